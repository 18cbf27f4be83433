import { AgentError } from '../errors/AgentError.ts'
import { describeStrategy } from '../registry/describeStrategy.ts'
import type { StepRegistry } from '../registry/StepRegistry.ts'
import { isStepPlugin, type StepPlugin } from '../step/StepPlugin.ts'
import { collectModules, type PluginSource } from './collectModules.ts'
import type { DiscoveryReport } from './DiscoveryReport.ts'
import { sortPlugins } from './sortPlugins.ts'

/** The plugins that were added, and the door through which they enter a registry (petal's `PluginManager`). */
export class PluginManager {
  readonly #plugins = new Map<string, StepPlugin>()
  readonly #registry: StepRegistry | undefined

  /** @param registry gets the strategy of every plugin; without one the plugins are only kept */
  constructor(registry?: StepRegistry) {
    this.#registry = registry
  }

  /**
   * Enters a plugin, and its strategy in the registry. A name that is taken is replaced.
   *
   * @throws AgentError `build.plugin` when it is no plugin, or its strategy is none
   */
  register(plugin: StepPlugin): void {
    if (!isStepPlugin(plugin)) {
      throw new AgentError(
        'build.plugin',
        'Only a plugin can be registered: something with getName, getStrategy and getConfigSchema.',
      )
    }
    const name = plugin.getName()
    const strategy = plugin.getStrategy()
    const definition = plugin.definition ?? describeStrategy(name, strategy, plugin.getConfigSchema())
    this.#registry?.register(name, strategy, definition)
    this.#plugins.set(name, plugin)
  }

  /** Throws `Plugin not found: x`. */
  getPlugin(name: string): StepPlugin {
    const plugin = this.#plugins.get(name)
    if (plugin !== undefined) return plugin
    throw new AgentError('build.plugin', `Plugin not found: ${name}`, { detail: { available: this.list() } })
  }

  /** The names of the plugins, as a copy, in the order they were first registered. */
  list(): string[] {
    return [...this.#plugins.keys()]
  }

  /**
   * Registers the plugins in the `PLUGINS` lists of one or more modules. What is no plugin is passed over, and nothing
   * that is wrong with one module keeps the others out; the report says it all.
   *
   * @param source a module; a record of modules or of functions that import one (`import.meta.glob`); in Node also the
   *   name of a package or the path of a file or folder
   */
  async discover(source: PluginSource): Promise<DiscoveryReport> {
    const found: { name: string; source: string }[] = []
    const { modules, skipped, problems } = await collectModules(source)
    const report = { found, skipped: [...skipped], problems: [...problems] }
    for (const module of modules) {
      const sorted = sortPlugins(module)
      report.skipped.push(...sorted.skipped)
      for (const plugin of sorted.plugins) {
        try {
          this.register(plugin)
          found.push({ name: plugin.getName(), source: module.source })
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error)
          report.problems.push({
            code: 'build.plugin',
            severity: 'error',
            message: `A plugin of ${module.source} could not be registered: ${reason}`,
          })
        }
      }
    }
    return report
  }
}
