import * as z from 'zod'
import { atLeast, atMost, decimal, dictionary, integer, oneOf, text } from '../schema/fieldSchemas.ts'
import { providerNames } from './AgentConfig.ts'

/** Settings of a language model. Never holds a key, only the name of one. */
export const llmConfigSchema = z.looseObject(
  {
    provider: oneOf('provider', providerNames).meta({ title: 'Provider' }),
    model: text().meta({ title: 'Model' }),
    temperature: decimal().min(0, atLeast(0)).max(2, atMost(2)).default(0).meta({
      title: 'Temperature',
      description: '0 answers the same way each time, 2 is wild.',
      widget: 'slider',
      step: 0.1,
    }),
    maxTokens: integer().min(1, atLeast(1)).default(1000).meta({
      title: 'Longest answer',
      description: 'In tokens.',
    }),
    baseUrl: text().exactOptional().meta({
      title: 'Base URL',
      description: 'For a compatible or local server, usually ending in /v1.',
      placeholder: 'http://localhost:1234/v1',
      advanced: true,
    }),
    keyRef: text().exactOptional().meta({
      title: 'Key',
      description: 'The name of a saved key. The key itself is never part of an agent.',
      widget: 'key',
    }),
  },
  dictionary,
)
