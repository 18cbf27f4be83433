import * as z from 'zod'
import { t } from '../language/t.ts'
import { jsonObjectSetting } from '../step/jsonObjectSetting.ts'

/** Names that every provider takes. */
const toolNamePattern = /^[a-zA-Z0-9_-]{1,64}$/

const nameFault = () => t('The name of a tool has 1 to 64 letters, digits, - or _: models call it by this name.')

/** The settings that every kind of tool has. */
export const toolShape = {
  kind: z.string(),
  name: z
    .string()
    .regex(toolNamePattern, { error: nameFault })
    .meta({ title: 'Name', description: 'Models call it by this name.', placeholder: 'look_up' }),
  description: z.string().default('').meta({
    title: 'Description',
    description: 'Tells a model what it does, and when to use it.',
    widget: 'longText',
  }),
  parameters: jsonObjectSetting().default({ type: 'object', properties: {} }).meta({
    title: 'Arguments',
    description: 'What a call must give, as a JSON Schema.',
    widget: 'json',
  }),
  approval: z.string().default('never').meta({
    title: 'Approval',
    description: 'never, always, or an expression over the arguments: calls it is true for wait for a person.',
  }),
}

const toolBaseSchema = z.object(toolShape)

/** The settings that every kind of tool has, defaults filled in. */
export type ToolBase = z.infer<typeof toolBaseSchema>
