import * as z from 'zod'
import { t } from '../language/t.ts'
import { dictionary, flag, json, jsonObject, oneOf, text } from '../schema/fieldSchemas.ts'
import { fieldNameFault, fieldNamePattern, isFieldName } from './isFieldName.ts'
import { fieldTypes, reducers } from './StateType.ts'

/** One field of a state type. */
export const stateFieldSchema = z.looseObject(
  {
    type: oneOf('type', fieldTypes).meta({ title: 'Type' }),
    reducer: oneOf('reducer', reducers).exactOptional().meta({
      title: 'New values',
      description: 'How a new value meets the old one.',
    }),
    default: json().exactOptional().meta({ title: 'Start value', widget: 'json' }),
    input: flag()
      .exactOptional()
      .meta({ title: 'Asked at the start', description: 'The person gives it at the start of a run.' }),
    description: text().exactOptional().meta({ title: 'Description' }),
    schema: jsonObject().exactOptional().meta({ title: 'JSON Schema', widget: 'json', advanced: true }),
  },
  dictionary,
)

/** The shape of an agent's state, as data. */
export const stateTypeSchema = z.looseObject(
  {
    name: text().meta({ title: 'Name' }),
    fields: z.record(fieldNameSchema(), stateFieldSchema, dictionary).default({}).meta({ title: 'Fields' }),
  },
  dictionary,
)

function fieldNameSchema() {
  const error = ({ input }: { readonly input?: unknown }) => fieldNameFault(String(input)) ?? t('Invalid field name')
  return z.string().regex(fieldNamePattern, { error }).refine(isFieldName, { error })
}
