import * as z from 'zod'
import { LLMStepStrategy } from '../steps/llm/llm.ts'
import { defineStep } from './defineStep.ts'

/**
 * Checked by `tsc`: what an author of a step type must not be able to write. Nothing here runs.
 */
const base = {
  name: 'shout',
  version: 1,
  title: 'Shout',
  description: '',
  category: 'data',
  icon: 'megaphone',
  schema: z.object({ field: z.string().default('text') }),
} as const

export const right = defineStep({
  ...base,
  summarize: ({ field }) => field.toUpperCase(),
  ports: ({ field }) => ({ inputs: [], outputs: [{ id: field, label: field }] }),
  run: (state, { config }) => ({ [config.field]: state[config.field] ?? null }),
})

export const typo = defineStep({
  ...base,
  // @ts-expect-error: the setting is called field
  summarize: ({ feild }) => String(feild),
  run: () => undefined,
})

export const wrongConfig = defineStep({
  ...base,
  summarize: () => 'Shout',
  // @ts-expect-error: there is no such setting in the context's config either
  run: (_state, { config }) => ({ text: config.fields }),
})

export const wrongResult = defineStep({
  ...base,
  summarize: () => 'Shout',
  // @ts-expect-error: a step gives back an update or an exit
  run: () => 42,
})

// @ts-expect-error: a category that does not exist
export const wrongCategory = defineStep({ ...base, category: 'magic', summarize: () => 'Shout', run: () => undefined })

export const partial = new LLMStepStrategy().createStep({ promptTemplate: 'Hi {name}' })

// @ts-expect-error: a template is text
export const wrongSetting = new LLMStepStrategy().createStep({ promptTemplate: 42 })
