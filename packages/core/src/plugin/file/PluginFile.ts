import type { PluginManifest } from './PluginManifest.ts'

/** A plugin that came as one file: its text, which runs in the sandbox only, and what it said about itself. */
export interface PluginFile {
  readonly text: string
  readonly manifest: PluginManifest
}
