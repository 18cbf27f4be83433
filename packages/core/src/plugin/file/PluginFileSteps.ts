import type { StepRegistry } from '../../registry/StepRegistry.ts'
import { createPluginSteps } from './createPluginSteps.ts'
import type { PluginFile } from './PluginFile.ts'

/** The steps of plugin files in a registry: they come and go with their plugins, and never take the place of another. */
export class PluginFileSteps {
  readonly #registry: StepRegistry
  #own: readonly string[] = []

  constructor(registry: StepRegistry) {
    this.#registry = registry
  }

  /** Enters the steps of these plugins, and takes out those of others that it had entered. Gives names that were taken. */
  set(files: readonly PluginFile[]): readonly string[] {
    for (const name of this.#own) this.#registry.unregister(name)
    const own: string[] = []
    const taken: string[] = []
    for (const step of files.flatMap(createPluginSteps)) {
      const name = step.getName()
      if (this.#registry.describe(name) !== undefined) taken.push(name)
      else {
        this.#registry.register(name, step.getStrategy(), step.definition)
        own.push(name)
      }
    }
    this.#own = own
    return taken
  }

  /** Whether a name of a step is taken by what is no plugin file. */
  isTaken(name: string): boolean {
    return this.#registry.describe(name) !== undefined && !this.#own.includes(name)
  }
}
