import { isStepPlugin, type StepPlugin } from '../step/StepPlugin.ts'
import type { PluginModule } from './collectModules.ts'
import type { DiscoveryReport } from './DiscoveryReport.ts'

/** The plugins in a module's `PLUGINS` list, and what else stands there. */
export function sortPlugins({ source, exports }: PluginModule): {
  readonly plugins: readonly StepPlugin[]
  readonly skipped: DiscoveryReport['skipped']
} {
  const listed: unknown = Reflect.get(exports, 'PLUGINS')
  if (listed === undefined) return { plugins: [], skipped: [{ source, reason: 'It has no PLUGINS list.' }] }
  if (!Array.isArray(listed)) return { plugins: [], skipped: [{ source, reason: 'Its PLUGINS is no list.' }] }
  const entries: readonly unknown[] = listed
  const others = entries.flatMap((entry, index) => (isStepPlugin(entry) ? [] : [{ entry, index }]))
  return {
    plugins: entries.filter(isStepPlugin),
    skipped: others.map(({ entry, index }) => ({
      source,
      reason: `PLUGINS[${index}] is no plugin but ${describeValue(entry)}.`,
    })),
  }
}

function describeValue(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'function') return 'a class or function: list an instance'
  return typeof value === 'object' ? 'an object without getName, getStrategy and getConfigSchema' : `a ${typeof value}`
}
