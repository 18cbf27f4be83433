import * as z from 'zod'
import { modelSetting } from '../../step/modelSetting.ts'
import { structuredOutputSetting } from '../../step/structuredOutputSetting.ts'
import { toolsSetting } from '../../step/toolsSetting.ts'

/** The settings of a step that works with tools until it has an answer. */
export const reactSchema = z.object({
  systemPrompt: z.string().default('').meta({
    title: 'System prompt',
    description: 'Who the model is and how it should work. Sent first, never stored.',
    widget: 'prompt',
    placeholder: 'You are a helpful assistant.',
  }),
  promptTemplate: z.string().default('').meta({
    title: 'Prompt',
    description: 'The task, with {fields} of the state. Without one, the conversation so far is sent.',
    widget: 'prompt',
    placeholder: 'Find out: {question}',
  }),
  tools: toolsSetting({ description: 'What the model may use, as often as it needs, until it answers.' }),
  writes: z.string().default('').meta({
    title: 'Save the answer in',
    description: 'A field of the state for the text of the last answer. All turns join the conversation in any case.',
    widget: 'stateField',
  }),
  llmConfig: modelSetting,
  maxIterations: z.int().min(1).max(100).default(10).meta({
    title: 'Most turns',
    description: 'How often the model may be asked before it must have answered.',
    advanced: true,
  }),
  useHistory: z.boolean().default(true).meta({
    title: 'Send the conversation',
    description: 'Puts the messages so far between the system prompt and the prompt.',
    advanced: true,
  }),
  scratchpadKey: z.string().default('').meta({
    title: 'Keep the reasoning in',
    description: 'A text field of the state: thoughts, actions and observations are added to it, line by line.',
    widget: 'stateField',
    advanced: true,
  }),
  reasoningPrompt: z.string().default('').meta({
    title: 'How to reason',
    description: 'Added to the system prompt. Empty: Thought and Action lines are asked for where reasoning is kept.',
    widget: 'prompt',
    advanced: true,
  }),
  structuredOutput: structuredOutputSetting.optional().meta({
    title: 'Structured answer',
    description: 'When the work is done, the model is asked once more for an object of this shape.',
    advanced: true,
  }),
})

/** The settings of a react step, defaults filled in. */
export type ReactConfig = z.infer<typeof reactSchema>
