import type { PluginSource } from '../../plugins/loaded/LoadedPlugin.ts'

/** Where a plugin came from, in words: the host that gave it is named, also when another one had been asked. */
export function describeSource(source: PluginSource): string {
  if (source.kind === 'file') return `the file ${source.name}`
  const { host } = new URL(source.cameFrom)
  const asked = new URL(source.address).host
  return asked === host ? `${host} (${source.address})` : `${host} (${source.cameFrom}), where ${asked} sent on to`
}
