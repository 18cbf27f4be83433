import * as z from 'zod'
import { jsonObjectSetting } from '../../step/jsonObjectSetting.ts'

/** What a person can be asked for. */
export const humanModes = ['approve', 'edit', 'choose', 'answer', 'form'] as const

const shownIn = (...modes: readonly HumanMode[]) => ({ field: 'mode', in: modes })

/** The settings of a step that asks a person. */
export const humanSchema = z.object({
  mode: z
    .enum(humanModes)
    .default('approve')
    .meta({
      title: 'Ask for',
      labels: {
        approve: 'Approval: yes or no',
        edit: 'An edited text',
        choose: 'One of several options',
        answer: 'An answer in words',
        form: 'A filled form',
      },
    }),
  title: z.string().default('').meta({
    title: 'Title',
    description: 'The question in a few words. Without one, the name of the step is shown.',
    widget: 'prompt',
    placeholder: 'Publish this?',
  }),
  text: z.string().default('').meta({
    title: 'What the person is shown',
    description: 'With {fields} of the state.',
    widget: 'prompt',
    placeholder: '{draft}',
  }),
  field: z
    .string()
    .default('')
    .meta({
      title: 'Text to edit',
      description: 'The field of the state that holds it.',
      widget: 'stateField',
      visibleWhen: shownIn('edit'),
    }),
  options: z
    .array(
      z.object({
        name: z.string().default('').meta({ title: 'Name', description: 'Names the way out.', placeholder: 'publish' }),
        description: z.string().default('').meta({ title: 'Description', placeholder: 'Goes online at once.' }),
      }),
    )
    .default([
      { name: 'yes', description: '' },
      { name: 'no', description: '' },
    ])
    .meta({
      title: 'Options',
      description: 'One of them is chosen; the step is left by it.',
      itemTitle: 'name',
      visibleWhen: shownIn('choose'),
    }),
  schema: jsonObjectSetting()
    .default({ type: 'object', properties: {} })
    .meta({
      title: 'JSON Schema of the form',
      description: 'An object; each of its properties is one field of the form.',
      widget: 'json',
      visibleWhen: shownIn('form'),
    }),
  reasonRequired: z
    .boolean()
    .default(false)
    .meta({ title: 'A rejection needs a reason', visibleWhen: shownIn('approve') }),
  writes: z.string().default('').meta({
    title: 'Save the answer in',
    description:
      'A field of the state. For an approval it takes the reason. Without one, an edited text goes back to where it came from, and each entry of a form into the field of its name.',
    widget: 'stateField',
  }),
})

/** What a person is asked for. */
export type HumanMode = (typeof humanModes)[number]

/** The settings, defaults filled in. */
export type HumanConfig = z.infer<typeof humanSchema>
