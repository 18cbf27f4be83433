import * as z from 'zod'
import { t } from '../language/t.ts'
import { atLeast, dictionary, flag, integer, jsonObject, text } from '../schema/fieldSchemas.ts'
import { errorConfigSchema } from './errorConfigSchema.ts'
import { isStepId, stepIdPattern } from './isStepId.ts'
import { retryConfigSchema } from './retryConfigSchema.ts'

/** One step. Its `config` is checked by the step type's own schema, not here. */
export const stepConfigSchema = z.looseObject(
  {
    id: text()
      .regex(stepIdPattern, { error: idMessage, abort: true })
      .refine(isStepId, { error: idMessage })
      .meta({ title: 'Id', description: 'A readable slug, given once and never changed.' }),
    strategyType: text()
      .trim()
      .min(1, { error: () => t('strategyType cannot be empty') })
      .meta({ title: 'Type' }),
    config: jsonObject().default({}).meta({ title: 'Settings' }),
    nodeName: text().exactOptional().meta({ title: 'Name', description: 'What people see.' }),
    timeout: integer().min(1, atLeast(1)).exactOptional().meta({
      title: 'Time limit',
      description: 'Longest time one execution may take, in milliseconds.',
      advanced: true,
    }),
    retry: retryConfigSchema.exactOptional().meta({ title: 'Retries' }),
    onError: errorConfigSchema.exactOptional().meta({ title: 'Errors' }),
    disabled: flag().exactOptional().meta({
      title: 'Disabled',
      description: 'A run passes the state through it unchanged.',
    }),
  },
  dictionary,
)

function idMessage(issue: { readonly input?: unknown }): string {
  return t('id must be 1 to 64 lower-case letters, digits, - or _ (it is {id})', { id: JSON.stringify(issue.input) })
}
