import { type PluginFile, PluginFileSteps } from '@petal/core/plugin-file'
import { msg, t } from '@petal/ui/language'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Editor } from '../../editor/createEditor.ts'
import { toProblem } from '../../problems/toProblem.ts'
import type { LoadedPlugin } from './LoadedPlugin.ts'
import type { PluginDatabase } from './pluginDatabase.ts'

/** What a collection works with. */
interface Parts {
  readonly database: PluginDatabase
  readonly editor: Pick<Editor, 'registry' | 'registryChanged'>
  /** Told which plugins the engine is to know. */
  setPluginFiles(files: readonly PluginFile[]): void
}

/** The plugins that a person has loaded: kept on this device, their steps in the registry while they are switched on. */
export class PluginCollection {
  readonly plugins: StoreApi<readonly LoadedPlugin[]> = createStore<readonly LoadedPlugin[]>(() => [])
  readonly #parts: Parts
  readonly #steps: PluginFileSteps

  constructor(parts: Parts) {
    this.#parts = parts
    this.#steps = new PluginFileSteps(parts.editor.registry)
  }

  /** Brings in the kept plugins. Gives what cannot be used, in plain words. */
  async start(): Promise<readonly string[]> {
    try {
      const kept = await this.#parts.database.list()
      const taken = kept.length === 0 ? [] : this.#show(kept)
      return taken.map((name) => t('A plugin you loaded brings the step {name}, which is known already.', { name }))
    } catch (fault) {
      return [toProblem(fault, msg('The plugins you loaded cannot be read')).message]
    }
  }

  /** Names of these steps that the app, or another plugin, has already. */
  taken({ name, manifest }: Pick<LoadedPlugin, 'name' | 'manifest'>): readonly string[] {
    const others = this.plugins.getState().filter((plugin) => plugin.name !== name)
    const known = others.flatMap((plugin) => plugin.manifest.steps.map((step) => step.name))
    return manifest.steps.map((step) => step.name).filter((step) => known.includes(step) || this.#steps.isTaken(step))
  }

  /** Keeps a plugin, in place of one of its name. Rejects with a `storage.*` error when it could not be kept. */
  async add(plugin: LoadedPlugin): Promise<void> {
    await this.#parts.database.put(plugin)
    const others = this.plugins.getState().filter(({ name }) => name !== plugin.name)
    this.#show([...others, plugin])
  }

  async setEnabled(name: string, enabled: boolean): Promise<void> {
    const plugin = this.plugins.getState().find((one) => one.name === name)
    if (plugin === undefined) return
    const changed = { ...plugin, enabled }
    await this.#parts.database.put(changed)
    this.#show(this.plugins.getState().map((one) => (one.name === name ? changed : one)))
  }

  async remove(name: string): Promise<void> {
    await this.#parts.database.remove(name)
    this.#show(this.plugins.getState().filter((plugin) => plugin.name !== name))
  }

  #show(plugins: readonly LoadedPlugin[]): readonly string[] {
    const sorted = plugins.toSorted((a, b) => a.manifest.title.localeCompare(b.manifest.title))
    const files = sorted.filter(({ enabled }) => enabled).map(({ text, manifest }) => ({ text, manifest }))
    const taken = this.#steps.set(files)
    this.#parts.setPluginFiles(files)
    this.plugins.setState(sorted, true)
    this.#parts.editor.registryChanged()
    return taken
  }
}
