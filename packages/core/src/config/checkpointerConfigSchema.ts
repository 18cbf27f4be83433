import * as z from 'zod'
import { t } from '../language/t.ts'
import { dictionary, flag, jsonObject } from '../schema/fieldSchemas.ts'

const checkpointerTypes = ['memory', 'postgres', 'sqlite'] as const

/** Where runs are remembered between calls. */
export const checkpointerConfigSchema = z.looseObject(
  {
    type: z
      .enum(checkpointerTypes, { error: () => t("Input should be 'memory', 'postgres' or 'sqlite'") })
      .default('memory')
      .meta({ title: 'Where' }),
    config: jsonObject().nullable().default(null).meta({
      title: 'Settings',
      description: 'connection_string for postgres, db_file for sqlite.',
      widget: 'json',
    }),
    enabled: flag().default(true).meta({ title: 'Enabled' }),
  },
  dictionary,
)
