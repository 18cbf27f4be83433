import type { Page } from '@playwright/test'

/** A step type with every kind of field a form can have. */
const module = `
import { defineStep, z } from '/petal-plugin-api.js'

export const PLUGINS = [
  defineStep({
    name: 'every',
    version: 1,
    title: 'Every field',
    description: 'Has every kind of field.',
    category: 'data',
    icon: 'sparkles',
    schema: z.object({
      subject: z.string().min(1).meta({ title: 'Subject', description: 'What it is about.' }),
      note: z.string().default('').meta({ title: 'Note', widget: 'longText' }),
      ask: z.string().default('').meta({ title: 'Ask', widget: 'prompt' }),
      rule: z.string().default('').meta({ title: 'Rule', widget: 'expression' }),
      script: z.string().default('').meta({ title: 'Script', widget: 'code' }),
      count: z.int().min(1).max(9).default(2).meta({ title: 'Count' }),
      warmth: z.number().min(0).max(1).default(0.5).meta({ title: 'Warmth', widget: 'slider', step: 0.1 }),
      loud: z.boolean().default(false).meta({ title: 'Loud' }),
      mode: z.enum(['plain', 'fancy']).default('plain').meta({ title: 'Mode', labels: { plain: 'Plain', fancy: 'Fancy' } }),
      ribbon: z.string().default('').meta({ title: 'Ribbon', visibleWhen: { field: 'mode', in: ['fancy'] } }),
      target: z.string().default('').meta({ title: 'Target', widget: 'stateField' }),
      model: z.record(z.string(), z.any()).optional().meta({ title: 'Model', widget: 'model' }),
      secret: z.string().default('').meta({ title: 'Secret', widget: 'key' }),
      people: z.array(z.object({ name: z.string().default('').meta({ title: 'Name' }) })).default([]).meta({ title: 'People' }),
      tags: z.array(z.string()).default([]).meta({ title: 'Tags' }),
      headers: z.record(z.string(), z.string()).default({}).meta({ title: 'Headers' }),
      place: z.object({ city: z.string().default('').meta({ title: 'City' }) }).default({ city: '' }).meta({ title: 'Place' }),
      extra: z.any().default({}).meta({ title: 'Extra', widget: 'json' }),
      depth: z.int().default(3).meta({ title: 'Depth', advanced: true }),
    }),
    reads: () => [],
    writes: () => [],
    summarize: ({ subject }) => 'About *' + subject + '*',
    run: () => ({}),
  }),
]
`

/** Puts the plugin beside the app. */
export async function serveEveryField(page: Page): Promise<void> {
  const files = { 'plugins.json': '["every.js"]', 'every.js': module }
  for (const [name, body] of Object.entries(files)) {
    const contentType = name.endsWith('.json') ? 'application/json' : 'text/javascript'
    await page.route(`**/plugins/${name}`, (route) => route.fulfill({ contentType, body }))
  }
}
