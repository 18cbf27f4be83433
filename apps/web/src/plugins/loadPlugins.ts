import { PluginManager, type StepRegistry } from '@petal/core/model'
import { discoverPlugins } from './discoverPlugins.ts'
import { fetchPluginUrls } from './fetchPluginUrls.ts'

/** What came of looking for plugins. */
export interface LoadedPlugins {
  /** The modules beside the app, for the worker to load as well. */
  readonly urls: readonly string[]
  readonly names: readonly string[]
  /** What could not be used and why, in plain words. */
  readonly problems: readonly string[]
}

/** Enters every plugin there is in the registry: those built in, and those listed beside the app. */
export async function loadPlugins(registry: StepRegistry, listUrl: string): Promise<LoadedPlugins> {
  const listing = await fetchPluginUrls(listUrl)
  const reports = await discoverPlugins(new PluginManager(registry), listing.urls)
  return {
    urls: listing.urls,
    names: reports.flatMap(({ found }) => found.map(({ name }) => name)),
    problems: [
      ...listing.problems,
      ...reports.flatMap(({ skipped, problems }) => [
        ...skipped.map(({ source, reason }) => `${source}: ${reason}`),
        ...problems.map(({ message }) => message),
      ]),
    ],
  }
}
