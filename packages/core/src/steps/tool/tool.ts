import * as z from 'zod'
import { AgentError } from '../../errors/AgentError.ts'
import type { Problem } from '../../errors/Problem.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import type { ToolCall } from '../../models/Message.ts'
import type { State } from '../../state/StateType.ts'
import { addMessages, MESSAGES, readMessages } from '../../step/conversation.ts'
import { defineStep } from '../../step/defineStep.ts'
import { emphasize, emphasizeList } from '../../step/emphasize.ts'
import { jsonObjectSetting } from '../../step/jsonObjectSetting.ts'
import type { StepContext } from '../../step/StepContext.ts'
import type { Update } from '../../step/StepResult.ts'
import { writeScratchpad } from '../../step/scratchpad.ts'
import { toolsSetting } from '../../step/toolsSetting.ts'
import { listTexts } from '../../templates/listTexts.ts'
import { renderJson } from '../../templates/renderJson.ts'

const whenCalls = { field: 'mode', in: ['calls'] }
const whenFixed = { field: 'mode', in: ['fixed'] }

const schema = z.object({
  mode: z
    .enum(['calls', 'fixed'])
    .default('calls')
    .meta({ title: 'What it runs', labels: { calls: 'The calls of the last message', fixed: 'One tool' } }),
  tools: toolsSetting({
    description: 'The tools that may be called. Calls of others are refused.',
    visibleWhen: whenCalls,
  }),
  tool: z.string().default('').meta({ title: 'Tool', widget: 'toolName', visibleWhen: whenFixed }),
  args: jsonObjectSetting().default({}).meta({
    title: 'Arguments',
    description: 'JSON whose texts may hold {fields} of the state; a text that is one {field} becomes its value.',
    widget: 'json',
    visibleWhen: whenFixed,
  }),
  writes: z.string().default('').meta({
    title: 'Save the result in',
    description: 'A field of the state for the result.',
    widget: 'stateField',
    visibleWhen: whenFixed,
  }),
  scratchpadKey: z.string().default('').meta({
    title: 'Note results in',
    description: 'A text field of the state: each result is added to it as an observation.',
    widget: 'stateField',
    advanced: true,
    visibleWhen: whenCalls,
  }),
})

type ToolConfig = z.infer<typeof schema>

/** The step type that runs tools: those the last message calls, or one with arguments of its own (petal's tool step). */
export const toolStep = defineStep({
  name: 'tool',
  version: 1,
  title: 'Run tools',
  description: 'Runs the tools that a model asked for, or one tool with arguments from the state.',
  category: 'tool',
  icon: 'wrench',
  schema,
  reads: ({ mode, scratchpadKey }) =>
    mode === 'fixed' ? [] : [MESSAGES, ...(scratchpadKey === '' ? [] : [scratchpadKey])],
  writes: ({ mode, scratchpadKey, writes }) =>
    (mode === 'fixed' ? [writes] : [MESSAGES, scratchpadKey]).filter((name) => name !== ''),
  texts: ({ mode, args }) => (mode === 'fixed' ? listTexts(args, 'config.args') : []),
  tools: ({ mode, tools, tool }) => (mode === 'calls' ? tools : tool === '' ? [] : [tool]),
  validate: findProblems,
  summarize: ({ mode, tools, tool, writes }) => {
    if (mode === 'calls') return tools.length === 0 ? 'Run *tools*' : `Run ${emphasizeList(tools.slice(0, 4), 'or')}`
    return writes === ''
      ? `Run ${emphasize(tool || 'a tool')}`
      : `Run ${emphasize(tool || 'a tool')} into ${emphasize(writes)}`
  },
  run: (state, context) => (context.config.mode === 'calls' ? runCalls(state, context) : runFixed(state, context)),
  examples: [
    { title: 'Run what the model asked for', config: { tools: ['search'] } },
    {
      title: 'Look something up',
      config: { mode: 'fixed', tool: 'search', args: { query: '{question}' }, writes: 'found' },
    },
  ],
})

/** The calls of the newest message; one that calls nothing is left as it is. */
async function runCalls(state: State, { config, tools, stepId }: StepContext<ToolConfig>): Promise<Update | undefined> {
  const messages = readMessages(state)
  if (messages.length === 0) throw new AgentError('step.config', 'No message found in input', { stepId })
  const place = messages.findLastIndex(({ role }) => role === 'assistant')
  const asking = messages[place]
  if (asking === undefined) throw new AgentError('step.config', 'No AIMessage found in input', { stepId })
  const answered = new Set(messages.slice(place + 1).map(({ toolCallId }) => toolCallId))
  const calls = (asking.toolCalls ?? []).filter(({ id }) => !answered.has(id))
  if (calls.length === 0) return undefined
  const outcomes = await tools.callAll(calls, config.tools)
  const results = outcomes.map(({ message }) => message)
  const { scratchpadKey } = config
  const pad = scratchpadKey === '' ? {} : { [scratchpadKey]: writeScratchpad(state[scratchpadKey], results) }
  return { ...addMessages(...results), ...pad }
}

/** One tool with arguments of the step's own. What goes wrong is the step's fault: no model is there to mend it. */
async function runFixed(state: State, context: StepContext<ToolConfig>): Promise<Update | undefined> {
  const { config, tools, stepId, nodeName } = context
  const place = { stepId, nodeName, kind: 'Argument', path: 'config.args' }
  const args = renderJson(config.args, state, place)
  const call: ToolCall = { id: stepId, name: config.tool, args: isJsonObject(args) ? (args as ToolCall['args']) : {} }
  const { result, problem } = await tools.call(call, [config.tool])
  if (problem === undefined) return config.writes === '' ? undefined : { [config.writes]: result ?? null }
  const { code, message, cause } = problem
  throw new AgentError(code, message, { stepId, ...(cause === undefined ? {} : { detail: cause }) })
}

function findProblems({ mode, tools, tool, writes }: ToolConfig): readonly Problem[] {
  const fault = (path: string, message: string): Problem => ({
    code: 'step.config',
    severity: 'error',
    path: `config.${path}`,
    message,
  })
  if (mode === 'calls') return tools.length === 0 ? [fault('tools', 'Tool step requires at least one tool')] : []
  return [
    ...(tool === '' ? [fault('tool', 'Tool step requires at least one tool: choose it.')] : []),
    ...(writes === MESSAGES ? [fault('writes', 'The result is no message: choose another field.')] : []),
  ]
}
