import { type Problem, sha256 } from '@petal/core/model'
import { createSandbox, fetchPluginFile, MOST_PLUGIN_BYTES, readPluginFile } from '@petal/core/plugin-file'
import { msg } from '@petal/ui/language'
import { toProblem } from '../../problems/toProblem.ts'
import type { LoadedPlugin, PluginSource } from './LoadedPlugin.ts'

/** What was found where a plugin was looked for: one to be shown before it is added, or why there is none. */
export type PluginOffer =
  | { readonly ok: true; readonly plugin: LoadedPlugin }
  | { readonly ok: false; readonly place: string; readonly problems: readonly Problem[] }

/** Looks at a file that the person chose. Nothing is registered. */
export function offerFile(file: File): Promise<PluginOffer> {
  return offer(file.name, async () => {
    // One that is too large is refused by its size: it need not be read to the end.
    const text = await file.slice(0, MOST_PLUGIN_BYTES + 1).text()
    return { text, source: { kind: 'file', name: file.name } }
  })
}

/** Fetches from an address that the person gave, and looks at what came. Nothing is registered. */
export function offerAddress(address: string, signal: AbortSignal): Promise<PluginOffer> {
  return offer(address, async () => {
    const { text, cameFrom } = await fetchPluginFile(address, { signal })
    return { text, source: { kind: 'address', address: new URL(address.trim()).href, cameFrom } }
  })
}

async function offer(
  place: string,
  get: () => Promise<{ readonly text: string; readonly source: PluginSource }>,
): Promise<PluginOffer> {
  try {
    const { text, source } = await get()
    const reading = await readPluginFile(text, createSandbox())
    if (!reading.ok) return { ok: false, place, problems: reading.problems }
    const { file } = reading
    const bytes = new TextEncoder().encode(text).length
    const plugin = { ...file, name: file.manifest.name, source, hash: sha256(text), bytes, enabled: true }
    return { ok: true, plugin }
  } catch (fault) {
    return { ok: false, place, problems: [toProblem(fault, msg('It cannot be read'), 'plugin.unreachable')] }
  }
}
