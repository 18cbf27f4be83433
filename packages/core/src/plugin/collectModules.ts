import { AgentError } from '../errors/AgentError.ts'
import type { Problem } from '../errors/Problem.ts'
import type { DiscoveryReport } from './DiscoveryReport.ts'

/** What a module exports. */
type ModuleExports = Readonly<Record<string, unknown>>

/** A module that was loaded, and where it came from. */
export interface PluginModule {
  readonly source: string
  readonly exports: object
}

/**
 * Where plugins may stand: a module with a `PLUGINS` list; a record of modules, or of functions that import one, by
 * path; in Node the name of a package, or the path of a file or folder.
 */
export type PluginSource = string | ModuleExports | Readonly<Record<string, () => Promise<unknown>>>

interface Collected {
  readonly modules: readonly PluginModule[]
  readonly skipped: DiscoveryReport['skipped']
  readonly problems: readonly Problem[]
}

/** Loads the modules of a source. One that fails becomes a problem; the others are loaded all the same. */
export async function collectModules(source: PluginSource): Promise<Collected> {
  if (typeof source === 'string') return collectFromPlatform(source)
  if (typeof source !== 'object' || source === null) {
    return { modules: [], skipped: [], problems: [problem(`Plugins cannot be looked for in ${String(source)}.`)] }
  }
  // A module without a list is no record: its exports are not functions that import something.
  if ('PLUGINS' in source || Reflect.get(source, Symbol.toStringTag) === 'Module') {
    return { modules: [{ source: 'module', exports: source }], skipped: [], problems: [] }
  }
  return gather(await Promise.all(Object.entries(source).map(([name, module]) => loadEntry(name, module))))
}

/** One entry of a record: a module, or a function that imports it. */
async function loadEntry(name: string, module: unknown): Promise<Collected> {
  const load = typeof module === 'function' ? () => module() as unknown : () => module
  return loadModule(name, load)
}

async function loadModule(source: string, load: () => unknown): Promise<Collected> {
  try {
    const exports: unknown = await load()
    if (typeof exports === 'object' && exports !== null)
      return { modules: [{ source, exports }], skipped: [], problems: [] }
    return { modules: [], skipped: [{ source, reason: 'It is no module.' }], problems: [] }
  } catch (error) {
    return { modules: [], skipped: [], problems: [toProblem(source, error)] }
  }
}

/** A path to a folder gives the modules in it; anything else is imported by its name. */
async function collectFromPlatform(source: string): Promise<Collected> {
  // Only loaded when asked for: the platform is not for the page that edits an agent.
  const { importModule, listModules } = await import('#platform')
  if (!isFolder(source)) return loadModule(source, () => importModule(source))
  try {
    const files = await listModules(source)
    const loaded = await Promise.all(files.map((file) => loadModule(file, () => importModule(file))))
    if (loaded.length === 0) return { modules: [], skipped: [{ source, reason: 'It has no modules.' }], problems: [] }
    return gather(loaded)
  } catch (error) {
    return { modules: [], skipped: [], problems: [toProblem(source, error)] }
  }
}

function isFolder(source: string): boolean {
  const isPath = /^(\.|[/\\]|[A-Za-z]:[/\\]|file:)/.test(source)
  return isPath && !/\.[cm]?[jt]s$/.test(source)
}

function gather(parts: readonly Collected[]): Collected {
  return {
    modules: parts.flatMap(({ modules }) => modules),
    skipped: parts.flatMap(({ skipped }) => skipped),
    problems: parts.flatMap(({ problems }) => problems),
  }
}

function toProblem(source: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error)
  const found = problem(`The module ${source} could not be loaded: ${reason}`)
  return AgentError.isInstance(error) ? { ...found, code: error.code } : found
}

function problem(message: string): Problem {
  return { code: 'build.plugin', severity: 'error', message }
}
