import * as z from 'zod'
import { modelSetting } from '../../step/modelSetting.ts'
import { structuredOutputSetting } from '../../step/structuredOutputSetting.ts'
import { toolsSetting } from '../../step/toolsSetting.ts'

/** The settings of a model step. */
export const llmStepSchema = z.object({
  systemPrompt: z.string().default('').meta({
    title: 'System prompt',
    description: 'Who the model is and how it should answer. Sent first, never stored.',
    widget: 'prompt',
    placeholder: 'You are a helpful assistant.',
  }),
  promptTemplate: z.string().default('').meta({
    title: 'Prompt',
    description: 'What you ask, with {fields} of the state. Without one, the conversation so far is sent.',
    widget: 'prompt',
    placeholder: 'Answer briefly: {question}',
  }),
  writes: z.string().default('').meta({
    title: 'Save the answer in',
    description: 'A field of the state for the text of the answer. It joins the conversation in any case.',
    widget: 'stateField',
  }),
  llmConfig: modelSetting,
  tools: toolsSetting({
    description:
      'The model may ask for these. Its calls join the conversation, and the step leaves by Tool calls: lead that to a step that runs them, and from there back.',
  }),
  useHistory: z.boolean().default(true).meta({
    title: 'Send the conversation',
    description: 'Puts the messages so far between the system prompt and the prompt.',
    advanced: true,
  }),
  structuredOutput: structuredOutputSetting.optional().meta({
    title: 'Structured answer',
    description: 'Ask for an object instead of text. Such an answer does not join the conversation.',
    advanced: true,
  }),
})

/** The settings of a model step, defaults filled in. */
export type LLMStepConfig = z.infer<typeof llmStepSchema>

/** The settings as they may be written, with what only code can give. */
export type LLMStepInput = z.input<typeof llmStepSchema> & LLMCodeSettings

/** What only code can give a model step. */
export interface LLMCodeSettings {
  /** A model made in code; it wins over `llmConfig`. */
  readonly llm?: unknown
  /** A zod schema that the structured answer must satisfy. */
  readonly structuredOutputModel?: unknown
}
