import * as z from 'zod'
import { modelSetting } from '../../step/modelSetting.ts'

/** The settings of a router. */
export const routerSchema = z.object({
  prompt: z.string().default('').meta({
    title: 'Prompt',
    description: 'What is to be decided, with {fields} of the state. Without one, the conversation so far is judged.',
    widget: 'prompt',
    placeholder: 'Which kind of request is this? {question}',
  }),
  routes: z
    .array(
      z.object({
        name: z.string().default('').meta({
          title: 'Name',
          description: 'What the model answers to choose this way out.',
          placeholder: 'refund',
        }),
        description: z.string().default('').meta({
          title: 'When to take it',
          description: 'Told to the model.',
          placeholder: 'The customer wants their money back',
        }),
      }),
    )
    .default([
      { name: 'question', description: '' },
      { name: 'other', description: '' },
    ])
    .meta({ title: 'Routes', description: 'The ways out to choose from.', itemTitle: 'name' }),
  writes: z.string().default('').meta({
    title: 'Save the route in',
    description: 'A field of the state for the name of the chosen route.',
    widget: 'stateField',
  }),
  llmConfig: modelSetting,
})

/** The settings of a router, defaults filled in. */
export type RouterConfig = z.infer<typeof routerSchema>
