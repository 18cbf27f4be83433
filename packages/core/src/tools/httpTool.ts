import type { Problem } from '../errors/Problem.ts'
import type { Json } from '../json/Json.ts'
import { t } from '../language/t.ts'
import { listTexts } from '../templates/listTexts.ts'
import { httpToolSchema } from './httpToolSchema.ts'
import { defineTool } from './ToolDefinition.ts'
import { toolHost } from './toolHost.ts'

/** A tool that makes one HTTP request. */
export const httpTool = defineTool({
  kind: 'http',
  title: 'HTTP request',
  description: 'Asks a web server, and gives its answer.',
  icon: 'globe',
  schema: httpToolSchema,
  texts: ({ url, headers, body }) => [
    { path: 'url', text: url, language: 'template' },
    ...listTexts(headers, 'headers'),
    // What zod holds to be JSON is JSON.
    ...listTexts((body ?? null) as Json, 'body'),
  ],
  uses: ({ url, keyRef }) => {
    const host = toolHost(url)
    return { ...(host === undefined ? {} : { host }), ...(keyRef === '' ? {} : { keyRef }) }
  },
  validate: ({ url }) => checkAddress(url),
  run: async (args, config, context) => (await import('./requestHttp.ts')).requestHttp(args, config, context),
})

function checkAddress(url: string): readonly Problem[] {
  if (toolHost(url) !== undefined) return []
  const message =
    url.trim() === ''
      ? t('Give the address that is asked.')
      : t('Begin the address with https:// and a host that no argument changes, such as https://example.org/{path}.')
  return [{ code: 'tool.config', severity: 'error', path: 'url', message }]
}
