// Plugins that come as one file from somebody: read and run in the sandbox only. Not for the first moment of a page.
export { createSandbox } from '#platform'
export { createPluginSteps } from './plugin/file/createPluginSteps.ts'
export { type FetchedPlugin, type FetchPluginOptions, fetchPluginFile } from './plugin/file/fetchPluginFile.ts'
export type { PluginFile } from './plugin/file/PluginFile.ts'
export { PluginFileSteps } from './plugin/file/PluginFileSteps.ts'
export type { PluginManifest, PluginStep } from './plugin/file/PluginManifest.ts'
export { MOST_PLUGIN_BYTES, type PluginReading, readPluginFile } from './plugin/file/readPluginFile.ts'
