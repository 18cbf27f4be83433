import type { PluginManager } from '@petal/core/model'

/** What one look for plugins found. */
export type DiscoveryReport = Awaited<ReturnType<PluginManager['discover']>>

/**
 * Enters the plugins of this folder, and those in the modules at `urls` (same origin), in the manager's registry. Page
 * and worker call it alike, so that what has a card also runs.
 */
export async function discoverPlugins(
  manager: PluginManager,
  urls: readonly string[],
): Promise<readonly DiscoveryReport[]> {
  const builtIn = import.meta.glob('./*.plugin.ts')
  const beside = Object.fromEntries(urls.map((url) => [url, () => import(/* @vite-ignore */ url)]))
  return [await manager.discover(builtIn), await manager.discover(beside)]
}
