import * as z from 'zod'
import { atLeast, dictionary, integer, oneOf } from '../schema/fieldSchemas.ts'

const backOffs = ['exponential', 'fixed'] as const

/** Further tries of one step. */
export const retryConfigSchema = z.looseObject(
  {
    maxRetries: integer().min(0, atLeast(0)).default(3).meta({
      title: 'Retries',
      description: 'Tries after the first, when the fault may pass.',
    }),
    backOff: oneOf('backOff', backOffs)
      .default('exponential')
      .meta({
        title: 'Waits',
        labels: { exponential: 'Longer each time', fixed: 'Always the same' },
      }),
    waitMs: integer().min(0, atLeast(0)).default(500).meta({
      title: 'First wait',
      description: 'In milliseconds.',
    }),
  },
  dictionary,
)
