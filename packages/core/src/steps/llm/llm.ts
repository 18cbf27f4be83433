import type { Problem } from '../../errors/Problem.ts'
import { t } from '../../language/t.ts'
import { MESSAGES } from '../../step/conversation.ts'
import { defineStep } from '../../step/defineStep.ts'
import { emphasize, excerpt } from '../../step/emphasize.ts'
import { defaultPorts, type TextReference } from '../../step/StepDefinition.ts'
import type { StepStrategyClass } from '../../step/StepPlugin.ts'
import { structuredFields } from '../../step/structuredOutputSetting.ts'
import { ANSWER_EXIT, toolPorts } from '../../step/toolsExit.ts'
import { type LLMStepConfig, type LLMStepInput, llmStepSchema } from './llmStepSchema.ts'

/** The step type that asks a model. */
export const llmStep = defineStep({
  name: 'llm',
  version: 1,
  title: 'Ask a model',
  description: 'Sends a prompt with values from the state to a model, and keeps the answer.',
  category: 'model',
  icon: 'message-square',
  schema: llmStepSchema,
  codeSettings: ['llm', 'structuredOutputModel'],
  ports: ({ tools, structuredOutput }) =>
    tools.length > 0 && structuredOutput === undefined ? toolPorts : defaultPorts,
  passBy: () => ANSWER_EXIT,
  reads: ({ useHistory }) => (useHistory ? [MESSAGES] : []),
  writes: writtenFields,
  texts: ({ systemPrompt, promptTemplate }): readonly TextReference[] => [
    { path: 'config.systemPrompt', text: systemPrompt, language: 'template' },
    { path: 'config.promptTemplate', text: promptTemplate, language: 'template' },
  ],
  model: ({ llmConfig }) => (llmConfig === undefined ? {} : { llmConfig }),
  tools: ({ tools }) => tools,
  validate: findProblems,
  summarize,
  createStep: (config, code) => async (state, context) => {
    const { LLMStep } = await import('./LLMStep.ts')
    return new LLMStep(config, code).run(state, context)
  },
  // Later steps can name the answer, and not only see it in the conversation.
  starter: ({ freeField }) => ({ writes: freeField('answer') }),
  examples: [
    {
      title: 'Answer a question',
      config: { systemPrompt: 'You are a helpful assistant.', promptTemplate: 'Answer briefly: {question}' },
    },
    {
      title: 'Write a summary into a field',
      config: { promptTemplate: 'Summarise in two sentences:\n{text}', writes: 'summary', useHistory: false },
    },
    {
      title: 'Take facts out of a text',
      config: {
        promptTemplate: 'Who wrote this, and how do they feel?\n{text}',
        structuredOutput: {
          schema: {
            type: 'object',
            properties: { author: { type: 'string' }, mood: { type: 'string', enum: ['happy', 'neutral', 'angry'] } },
            required: ['author', 'mood'],
          },
          key: 'facts',
        },
      },
    },
  ],
})

/** Makes model steps from their settings (petal's `LLMStepStrategy`). */
export const LLMStepStrategy: StepStrategyClass<LLMStepInput> = llmStep.getStrategy()
export type LLMStepStrategy = InstanceType<typeof LLMStepStrategy>

function writtenFields({ writes, structuredOutput }: LLMStepConfig): readonly string[] | undefined {
  if (structuredOutput === undefined) return writes === '' ? [MESSAGES] : [MESSAGES, writes]
  return structuredFields(structuredOutput)
}

function summarize({ promptTemplate, writes, structuredOutput, llmConfig }: LLMStepConfig): string {
  const model = emphasize(llmConfig?.model || t("the agent's model"))
  const field = structuredOutput === undefined ? writes : structuredOutput.key
  if (field !== '') return t('Ask {model} to write {field}', { model, field: emphasize(field) })
  if (structuredOutput !== undefined) return t('Ask {model} to fill in fields', { model })
  if (promptTemplate.trim() === '') return t('Ask {model} to go on with the conversation', { model })
  return t('Ask {model}: {promptTemplate}', { model, promptTemplate: excerpt(promptTemplate) })
}

function findProblems(config: LLMStepConfig) {
  const { systemPrompt, promptTemplate, writes, useHistory, structuredOutput, tools } = config
  const problems: Problem[] = []
  const add = (severity: Problem['severity'], path: string, message: string) =>
    problems.push({ code: 'step.config', severity, path: `config.${path}`, message })
  if (!useHistory && systemPrompt === '' && promptTemplate === '') {
    add('error', 'promptTemplate', t('There is nothing to send: write a prompt, or send the conversation.'))
  }
  if (writes === MESSAGES) {
    add('error', 'writes', t('The answer joins messages in any case: choose another field, or none.'))
  }
  if (structuredOutput !== undefined && writes !== '') {
    add('warning', 'writes', t('A structured answer is not saved here, but where its own settings say.'))
  }
  if (structuredOutput !== undefined && tools.length > 0) {
    add('warning', 'tools', t('No tools are offered while a structured answer is asked for.'))
  } else if (tools.length > 0 && !useHistory) {
    add(
      'warning',
      'useHistory',
      t('Results of tools stand in the conversation: send it, or the model never sees them.'),
    )
  }
  if (structuredOutput?.key === '' && !declaresProperties(structuredOutput.schema)) {
    add('error', 'structuredOutput.schema', t('Give the schema properties, or a field to save the whole object in.'))
  }
  return problems
}

function declaresProperties({ properties }: Readonly<Record<string, unknown>>): boolean {
  return typeof properties === 'object' && properties !== null && Object.keys(properties).length > 0
}
