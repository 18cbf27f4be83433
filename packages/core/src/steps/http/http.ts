import { t } from '../../language/t.ts'
import { defineStep } from '../../step/defineStep.ts'
import { emphasize, emphasizeList, excerpt } from '../../step/emphasize.ts'
import { findHttpProblems } from './findHttpProblems.ts'
import { type HttpConfig, httpSchema } from './httpSchema.ts'
import { findHost, listHosts } from './listHosts.ts'
import { listHttpTexts } from './listHttpTexts.ts'

/** The step type that asks a web service. */
export const httpStep = defineStep({
  name: 'http',
  version: 1,
  title: 'Web request',
  description: 'Asks a web service, and keeps parts of its answer.',
  category: 'tool',
  icon: 'globe',
  schema: httpSchema,
  writes: savedFields,
  texts: listHttpTexts,
  hosts: listHosts,
  validate: findHttpProblems,
  summarize: (config) => {
    const { method, url } = config
    const asked = `${method} ${emphasize(excerpt(findHost(url) ?? (url || t('nothing yet')), 40))}`
    const fields = savedFields(config)
      .slice(0, 3)
      .map((field) => excerpt(field, 25))
    return fields.length === 0 ? asked : t('{asked} for {fields}', { asked, fields: emphasizeList(fields, 'and') })
  },
  run: async (state, context) => (await import('./runHttp.ts')).runHttp(state, context),
  examples: [
    {
      title: 'Read the weather',
      config: {
        url: 'https://api.open-meteo.com/v1/forecast',
        query: [
          { name: 'latitude', value: '{latitude}' },
          { name: 'longitude', value: '{longitude}' },
          { name: 'current', value: 'temperature_2m' },
        ],
        saves: [{ path: 'current.temperature_2m', field: 'temperature' }],
      },
    },
    {
      title: 'Send JSON with a key',
      config: {
        method: 'POST',
        url: 'https://api.example.com/tickets',
        body: 'json',
        json: { title: 'From {name}', tags: '{tags}' },
        key: { keyRef: 'tickets' },
        saves: [
          { path: 'id', field: 'ticket' },
          { part: 'status', field: 'status' },
        ],
      },
    },
  ],
})

function savedFields({ saves }: HttpConfig): readonly string[] {
  return [...new Set(saves.map(({ field }) => field).filter((field) => field !== ''))]
}
