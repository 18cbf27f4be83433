import { t } from '@petal/ui/language'

/** What stands in `plugins/plugins.json` beside the app. */
export interface PluginListing {
  /** Absolute addresses of the modules, all of this origin. */
  readonly urls: readonly string[]
  /** What could not be used, in plain words. */
  readonly problems: readonly string[]
}

const none: PluginListing = { urls: [], problems: [] }

/**
 * Reads the list of plugin modules beside the app: a JSON list of file names relative to it. No such file means no
 * plugins. Modules of another origin are refused: the page's policy would not load them either.
 */
export async function fetchPluginUrls(listUrl: string): Promise<PluginListing> {
  const response = await fetch(listUrl).catch(() => undefined)
  if (response === undefined || !response.ok) return none
  const text = await response.text()
  return readPluginListing(text, listUrl)
}

/** The list's text as addresses. A server that answers with a page instead of a 404 has no list. */
export function readPluginListing(text: string, listUrl: string): PluginListing {
  if (text.trimStart().startsWith('<')) return none
  const names = parseNames(text)
  if (names === undefined) return { urls: [], problems: [t('plugins/plugins.json is not a JSON list of file names.')] }
  const origin = new URL(listUrl).origin
  const urls = names.map((name) => new URL(name, listUrl))
  return {
    urls: urls.filter((url) => url.origin === origin).map(({ href }) => href),
    problems: urls
      .filter((url) => url.origin !== origin)
      .map(({ href }) => t('{href} comes from another origin and is not loaded.', { href })),
  }
}

function parseNames(text: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.every((name) => typeof name === 'string') ? value : undefined
  } catch {
    return undefined
  }
}
