import * as z from 'zod'
import { dictionary, flag, oneOf } from '../schema/fieldSchemas.ts'

const logLevels = ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'] as const

/** What a run writes to its log. */
export const loggingConfigSchema = z.looseObject(
  {
    enabled: flag().default(true).meta({ title: 'Enabled' }),
    level: oneOf('level', logLevels)
      .default('INFO')
      .meta({ title: 'Level', description: 'Entries below it are left out.' }),
    includeState: flag().default(false).meta({
      title: 'Log the state',
      description: 'Also log the whole state after each step.',
    }),
  },
  dictionary,
)
