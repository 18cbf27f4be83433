import { AgentError } from '../../errors/AgentError.ts'
import { problemWording } from '../../errors/problemWording.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import { msg } from '../../language/msg.ts'
import { word } from '../../language/word.ts'
import type { ToolCall } from '../../models/Message.ts'
import type { State } from '../../state/StateType.ts'
import { addMessages, readMessages } from '../../step/conversation.ts'
import type { StepContext } from '../../step/StepContext.ts'
import type { Update } from '../../step/StepResult.ts'
import { writeScratchpad } from '../../step/scratchpad.ts'
import { renderJson } from '../../templates/renderJson.ts'
import type { ToolConfig } from './toolSchema.ts'

/** Runs the tools that were called, or the one that was chosen. */
export async function runTool(state: State, context: StepContext<ToolConfig>): Promise<Update | undefined> {
  return context.config.mode === 'calls' ? runCalls(state, context) : runFixed(state, context)
}

/** The calls of the newest message; one that calls nothing is left as it is. */
async function runCalls(state: State, { config, tools, stepId }: StepContext<ToolConfig>): Promise<Update | undefined> {
  const messages = readMessages(state)
  if (messages.length === 0) throw new AgentError('step.config', word('No message found in input'), { stepId })
  const place = messages.findLastIndex(({ role }) => role === 'assistant')
  const asking = messages[place]
  if (asking === undefined) throw new AgentError('step.config', word('No AIMessage found in input'), { stepId })
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
  const place = { stepId, nodeName, kind: msg('Argument'), path: 'config.args' }
  const args = renderJson(config.args, state, place, 'null')
  const call: ToolCall = { id: stepId, name: config.tool, args: isJsonObject(args) ? (args as ToolCall['args']) : {} }
  const { result, problem } = await tools.call(call, [config.tool])
  if (problem === undefined) return config.writes === '' ? undefined : { [config.writes]: result ?? null }
  const { code, cause } = problem
  throw new AgentError(code, problemWording(problem), { stepId, ...(cause === undefined ? {} : { detail: cause }) })
}
