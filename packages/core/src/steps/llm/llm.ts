import * as z from 'zod'
import { defineStep } from '../../step/defineStep.ts'
import { modelSetting } from '../../step/modelSetting.ts'
import { LLMStep } from './LLMStep.ts'

const schema = z.object({
  systemPrompt: z.string().default('').meta({ title: 'System prompt', widget: 'prompt' }),
  promptTemplate: z.string().default('').meta({ title: 'Prompt', widget: 'prompt' }),
  writes: z.string().default('').meta({ title: 'Write the answer to', widget: 'stateField' }),
  structuredOutput: z
    .object({
      schema: z.record(z.string(), z.json()).default({}).meta({ title: 'JSON Schema', widget: 'json' }),
      key: z.string().default('').meta({ title: 'Put it into', widget: 'stateField' }),
    })
    .optional()
    .meta({ title: 'Structured output', advanced: true }),
  useHistory: z.boolean().default(true).meta({ title: 'Send the conversation', advanced: true }),
  llmConfig: modelSetting,
})

/** The settings of a model step, defaults filled in. */
export type LLMStepConfig = z.infer<typeof schema>

/** The step type that asks a model. */
export const llmStep = defineStep({
  name: 'llm',
  version: 1,
  title: 'Ask a model',
  description: 'Sends your prompt, with values from the state, to a model and keeps its answer.',
  category: 'model',
  icon: 'message-square',
  schema,
  codeSettings: ['llm', 'structuredOutputModel'],
  reads: ({ useHistory }) => (useHistory ? ['messages'] : []),
  writes: ({ writes }) => (writes === '' ? ['messages'] : ['messages', writes]),
  texts: ({ systemPrompt, promptTemplate }) => [
    { path: 'config.systemPrompt', text: systemPrompt, language: 'template' },
    { path: 'config.promptTemplate', text: promptTemplate, language: 'template' },
  ],
  model: ({ llmConfig }) => (llmConfig === undefined ? {} : { llmConfig }),
  summarize: ({ llmConfig }) => `Ask *${llmConfig?.model ?? "the agent's model"}*`,
  createStep: (config, code) => {
    const step = new LLMStep(config, code)
    return (state, context) => step.run(state, context)
  },
})

/** Makes model steps from their settings (petal's `LLMStepStrategy`). */
export const LLMStepStrategy = llmStep.getStrategy()
