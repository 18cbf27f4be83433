import * as z from 'zod'
import { atLeast, atMost, decimal, dictionary, flag, integer, oneOf, text } from '../schema/fieldSchemas.ts'
import { providerNames } from './AgentConfig.ts'
import { searchConfigSchema } from './searchConfigSchema.ts'

const memoryTypes = ['conversation', 'vector', 'buffer', 'summary'] as const

/** A model of its own, of which any part may be left to the agent's. */
const ownModelSchema = z.looseObject(
  {
    provider: oneOf('provider', providerNames).exactOptional(),
    model: text().exactOptional(),
    temperature: decimal().min(0, atLeast(0)).max(2, atMost(2)).exactOptional(),
    maxTokens: integer().min(1, atLeast(1)).exactOptional(),
    baseUrl: text().exactOptional(),
    keyRef: text().exactOptional(),
  },
  dictionary,
)

/** How much of the conversation a model step sees. */
export const memoryConfigSchema = z.looseObject(
  {
    memoryType: oneOf('memoryType', memoryTypes).meta({
      title: 'Memory',
      description:
        'The whole conversation, the newest turns that fit, these with a summary of those before, or these with older turns about the same.',
      labels: {
        conversation: 'Whole conversation',
        vector: 'Similar turns',
        buffer: 'Newest turns',
        summary: 'Summary',
      },
    }),
    maxTokens: integer()
      .min(1, atLeast(1))
      .default(500)
      .meta({
        title: 'Most tokens',
        description: 'How much of the past is sent along, in tokens.',
        visibleWhen: { field: 'memoryType', in: ['vector', 'buffer', 'summary'] },
      }),
    llmConfig: ownModelSchema.exactOptional().meta({
      title: 'Model that summarises',
      description: "Without one of its own, the agent's model writes the summary.",
      widget: 'model',
      visibleWhen: { field: 'memoryType', in: ['summary'] },
    }),
    search: searchConfigSchema.exactOptional().meta({
      title: 'Finding similar turns',
      visibleWhen: { field: 'memoryType', in: ['vector'] },
    }),
    enabled: flag().default(true).meta({ title: 'Enabled' }),
  },
  dictionary,
)
