import type { Problem } from '../../errors/Problem.ts'
import type { Json } from '../../json/Json.ts'
import type { ChatModel } from '../../models/ChatModel.ts'
import type { Message } from '../../models/Message.ts'
import type { State } from '../../state/StateType.ts'
import { addMessages, MESSAGES } from '../../step/conversation.ts'
import { defineStep } from '../../step/defineStep.ts'
import { emphasize, emphasizeList } from '../../step/emphasize.ts'
import { isChatModel } from '../../step/isChatModel.ts'
import { readStructuredAnswer } from '../../step/readStructuredAnswer.ts'
import type { StepContext } from '../../step/StepContext.ts'
import type { CodeSettings, ValidateContext } from '../../step/StepDefinition.ts'
import type { Update } from '../../step/StepResult.ts'
import { writeScratchpad } from '../../step/scratchpad.ts'
import { structuredFields } from '../../step/structuredOutputSetting.ts'
import { converse } from './converse.ts'
import { reactLoop } from './reactLoop.ts'
import { type ReactConfig, reactSchema } from './reactSchema.ts'

/** The step type that lets a model work with tools until it has an answer (petal's ReAct). */
export const reactStep = defineStep({
  name: 'react',
  version: 1,
  title: 'Agent with tools',
  description: 'Lets a model use tools, as often as it needs, until it has an answer.',
  category: 'model',
  icon: 'bot',
  schema: reactSchema,
  codeSettings: ['llm', 'structuredOutputModel'],
  reads: ({ useHistory, scratchpadKey }) => [
    ...(useHistory ? [MESSAGES] : []),
    ...(scratchpadKey === '' ? [] : [scratchpadKey]),
  ],
  writes: writtenFields,
  texts: ({ systemPrompt, promptTemplate, reasoningPrompt }) => [
    { path: 'config.systemPrompt', text: systemPrompt, language: 'template' },
    { path: 'config.promptTemplate', text: promptTemplate, language: 'template' },
    { path: 'config.reasoningPrompt', text: reasoningPrompt, language: 'template' },
  ],
  model: ({ llmConfig }) => (llmConfig === undefined ? {} : { llmConfig }),
  tools: ({ tools }) => tools,
  validate: findProblems,
  summarize: ({ tools, llmConfig }) => {
    const model = emphasize(llmConfig?.model || "the agent's model")
    if (tools.length === 0) return `Let ${model} work with *tools*`
    const shown = tools.length > 3 ? [...tools.slice(0, 2), `${tools.length - 2} more tools`] : tools
    return `Let ${model} work with ${emphasizeList(shown, 'and')}`
  },
  createStep: (config, code) => (state, context) => work(state, withConfig(context, config), code),
  starter: ({ freeField }) => ({ writes: freeField('answer') }),
  examples: [
    {
      title: 'Answer with the help of tools',
      config: { promptTemplate: 'Find out: {question}', tools: ['search'], writes: 'answer' },
    },
    {
      title: 'Reason aloud, and answer with an object',
      config: {
        promptTemplate: 'Is this claim true? {claim}',
        tools: ['search'],
        scratchpadKey: 'scratchpad',
        structuredOutput: {
          schema: { type: 'object', properties: { verdict: { type: 'string' } }, required: ['verdict'] },
        },
      },
    },
  ],
})

async function work(state: State, context: StepContext<ReactConfig>, code: CodeSettings): Promise<Update> {
  const { config } = context
  const model = await context.models.get(isChatModel(code.llm) ? code.llm : config.llmConfig)
  const { sent, kept, answer } = await reactLoop(model, await converse(state, context), context)
  return {
    ...addMessages(...kept),
    ...(config.writes === '' ? {} : { [config.writes]: answer.content }),
    ...(config.scratchpadKey === ''
      ? {}
      : { [config.scratchpadKey]: writeScratchpad(state[config.scratchpadKey], kept) }),
    ...(await structure(model, sent, { context, zod: code.structuredOutputModel })),
  }
}

/** The answer as an object, when the settings ask for one. */
async function structure(
  model: ChatModel,
  messages: readonly Message[],
  { context, zod }: { readonly context: StepContext<ReactConfig>; readonly zod: unknown },
): Promise<Update> {
  const { structuredOutput } = context.config
  if (structuredOutput === undefined) return {}
  const wish: Message = { role: 'user', content: 'Give your answer as an object of the form that is asked for.' }
  const output = { name: 'answer', schema: structuredOutput.schema }
  const answer = await context.once('structured answer', async () => {
    const given = await model.chat({ messages: [...messages, wish], output, signal: context.signal, onDelta: () => {} })
    return { content: given.message.content, output: given.output ?? null }
  })
  const read = { message: { role: 'assistant', content: answer.content } as const, ...outputOf(answer.output) }
  return readStructuredAnswer(read, structuredOutput, zod)
}

function outputOf(output: Json): { readonly output?: Json } {
  return output === null ? {} : { output }
}

function writtenFields({ writes, scratchpadKey, structuredOutput }: ReactConfig): readonly string[] | undefined {
  const fields = [MESSAGES, writes, scratchpadKey].filter((name) => name !== '')
  if (structuredOutput === undefined) return fields
  const structured = structuredFields(structuredOutput)
  return structured && [...fields, ...structured]
}

function findProblems(config: ReactConfig, { agent }: ValidateContext): readonly Problem[] {
  const { tools, useHistory, promptTemplate, writes } = config
  const problems: Problem[] = []
  const add = (path: string, message: string, fix: Pick<Problem, 'fix'> = {}) =>
    problems.push({ code: 'step.config', severity: 'error', path: `config.${path}`, message, ...fix })
  if (tools.length === 0) add('tools', 'React steps require at least one tool: choose which.', offerAll(agent.tools))
  if (!useHistory && promptTemplate === '') {
    add('promptTemplate', 'There is nothing to work on: write a prompt, or send the conversation.')
  }
  if (writes === MESSAGES) add('writes', 'All turns join messages in any case: choose another field, or none.')
  return problems
}

function offerAll(tools: ValidateContext['agent']['tools'] = []): Pick<Problem, 'fix'> {
  const names = tools.flatMap(({ name }) => (typeof name === 'string' ? [name] : []))
  if (names.length === 0) return {}
  return { fix: { label: 'Use all tools of the agent', change: { path: 'config.tools', value: names } } }
}

/** The context with these settings, in front of the director's own, whose parts are made only when looked at. */
function withConfig(context: StepContext, config: ReactConfig): StepContext<ReactConfig> {
  return Object.create(context, { config: { value: config, enumerable: true } })
}
