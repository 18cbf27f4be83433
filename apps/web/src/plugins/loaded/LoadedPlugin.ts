import type { PluginFile } from '@petal/core/plugin-file'

/** Where a plugin came from. */
export type PluginSource =
  | { readonly kind: 'file'; readonly name: string }
  /** `cameFrom` differs where the address sent on to another one. */
  | { readonly kind: 'address'; readonly address: string; readonly cameFrom: string }

/** A plugin that a person has loaded, as it is kept on this device. */
export interface LoadedPlugin extends PluginFile {
  /** That of the manifest: there is one plugin of a name. */
  readonly name: string
  readonly source: PluginSource
  /** SHA-256 of the text. */
  readonly hash: string
  readonly bytes: number
  readonly enabled: boolean
}
