import { t } from '@petal/ui/language'
import type { PluginSource } from '../../plugins/loaded/LoadedPlugin.ts'

/** Where a plugin came from, in words: the host that gave it is named, also when another one had been asked. */
export function describeSource(source: PluginSource): string {
  if (source.kind === 'file') return t('the file {name}', { name: source.name })
  const { host } = new URL(source.cameFrom)
  const asked = new URL(source.address).host
  return asked === host
    ? `${host} (${source.address})`
    : t('{host} ({cameFrom}), where {asked} sent on to', { host, cameFrom: source.cameFrom, asked })
}
