import * as z from 'zod'
import { atLeast, dictionary, flag, integer, oneOf } from '../schema/fieldSchemas.ts'

const memoryTypes = ['conversation', 'vector', 'buffer', 'summary'] as const

/** How much of the conversation a model step sees. */
export const memoryConfigSchema = z.looseObject(
  {
    memoryType: oneOf('memoryType', memoryTypes).meta({
      title: 'Memory',
      description: 'conversation: the whole thread; buffer: the newest turns that fit.',
      labels: {
        conversation: 'Whole conversation',
        vector: 'Similar turns',
        buffer: 'Newest turns',
        summary: 'Summary',
      },
    }),
    maxTokens: integer().min(1, atLeast(1)).default(500).meta({
      title: 'Most tokens',
      description: 'How much of the past is sent along, in tokens.',
    }),
    enabled: flag().default(true).meta({ title: 'Enabled' }),
  },
  dictionary,
)
