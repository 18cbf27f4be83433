import { AgentError } from '../errors/AgentError.ts'
import { describeStrategy } from '../registry/describeStrategy.ts'
import type { StepRegistry } from '../registry/StepRegistry.ts'
import { isStepPlugin, type StepPlugin } from '../step/StepPlugin.ts'

/** The plugins that were added, and the door through which they enter a registry (petal's `PluginManager`). */
export class PluginManager {
  readonly #plugins = new Map<string, StepPlugin>()
  readonly #registry: StepRegistry | undefined

  constructor(registry?: StepRegistry) {
    this.#registry = registry
  }

  /** Enters a plugin, and its strategy in the registry. A name that is taken is replaced. */
  register(plugin: StepPlugin): void {
    if (!isStepPlugin(plugin)) throw new AgentError('build.plugin', 'Only a StepPlugin can be registered.')
    const name = plugin.getName()
    const strategy = plugin.getStrategy()
    this.#registry?.register(
      name,
      strategy,
      plugin.definition ?? describeStrategy(name, strategy, plugin.getConfigSchema()),
    )
    this.#plugins.set(name, plugin)
  }

  /** Throws `Plugin not found: x`. */
  getPlugin(name: string): StepPlugin {
    const plugin = this.#plugins.get(name)
    if (plugin !== undefined) return plugin
    throw new AgentError('build.plugin', `Plugin not found: ${name}`, { detail: { available: this.list() } })
  }

  /** The names of the plugins, as a copy. */
  list(): string[] {
    return [...this.#plugins.keys()]
  }
}
