import type { Problem } from '../../errors/Problem.ts'
import { t } from '../../language/t.ts'
import { MESSAGES } from '../../step/conversation.ts'
import { defineStep } from '../../step/defineStep.ts'
import { emphasize, emphasizeList } from '../../step/emphasize.ts'
import type { StepContext } from '../../step/StepContext.ts'
import type { ValidateContext } from '../../step/StepDefinition.ts'
import { structuredFields } from '../../step/structuredOutputSetting.ts'
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
  // The main prompt last: what there is to ask about is put there when the step is added.
  texts: ({ systemPrompt, reasoningPrompt, promptTemplate }) => [
    { path: 'config.systemPrompt', text: systemPrompt, language: 'template' },
    { path: 'config.reasoningPrompt', text: reasoningPrompt, language: 'template' },
    { path: 'config.promptTemplate', text: promptTemplate, language: 'template' },
  ],
  model: ({ llmConfig }) => (llmConfig === undefined ? {} : { llmConfig }),
  tools: ({ tools }) => tools,
  validate: findProblems,
  summarize: ({ tools, llmConfig }) => {
    const model = emphasize(llmConfig?.model || t("the agent's model"))
    if (tools.length === 0) return t('Let {model} work with *tools*', { model })
    const shown =
      tools.length > 3 ? [...tools.slice(0, 2), t('{count} more tools', { count: tools.length - 2 })] : tools
    return t('Let {model} work with {shown}', { model, shown: emphasizeList(shown, 'and') })
  },
  createStep: (config, code) => async (state, context) =>
    (await import('./runReact.ts')).runReact(state, withConfig(context, config), code),
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
  if (tools.length === 0) add('tools', t('React steps require at least one tool: choose which.'), offerAll(agent.tools))
  if (!useHistory && promptTemplate === '') {
    add('promptTemplate', t('There is nothing to work on: write a prompt, or send the conversation.'))
  }
  if (writes === MESSAGES) add('writes', t('All turns join messages in any case: choose another field, or none.'))
  return problems
}

function offerAll(tools: ValidateContext['agent']['tools'] = []): Pick<Problem, 'fix'> {
  const names = tools.flatMap(({ name }) => (typeof name === 'string' ? [name] : []))
  if (names.length === 0) return {}
  return { fix: { label: t('Use all tools of the agent'), change: { path: 'config.tools', value: names } } }
}

/** The context with these settings, in front of the director's own, whose parts are made only when looked at. */
function withConfig(context: StepContext, config: ReactConfig): StepContext<ReactConfig> {
  return Object.create(context, { config: { value: config, enumerable: true } })
}
