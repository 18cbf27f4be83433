import * as z from 'zod'
import { jsonObjectSetting } from './jsonObjectSetting.ts'

/** The shape of an answer that is an object, and where it is saved. */
export const structuredOutputSetting = z.object({
  schema: jsonObjectSetting().default({}).meta({
    title: 'JSON Schema',
    description: 'The shape of the object to answer with.',
    widget: 'json',
  }),
  key: z.string().default('').meta({
    title: 'Save it in',
    description:
      'A field of the state for the whole object. Without one, each property goes into the field of its name.',
    widget: 'stateField',
  }),
})

/** A structured answer as a step asks for it. */
export type StructuredOutput = z.infer<typeof structuredOutputSetting>

/** The fields of the state that a structured answer writes; undefined when its schema does not say. */
export function structuredFields({ schema, key }: StructuredOutput): readonly string[] | undefined {
  if (key !== '') return [key]
  const { properties } = schema
  const isObject = typeof properties === 'object' && properties !== null && !Array.isArray(properties)
  return isObject ? Object.keys(properties) : undefined
}
