import type { Problem } from '../errors/Problem.ts'
import type { Json } from '../json/Json.ts'
import { t } from '../language/t.ts'
import type { AgentReference } from '../step/StepContext.ts'
import { type AgentUse, defaultPorts, type StepDefinition } from '../step/StepDefinition.ts'
import { findUnknownKeys } from './findUnknownKeys.ts'
import { migrateSettings, stampVersion } from './migrateSettings.ts'
import { parseSettings } from './parseSettings.ts'
import type { ResolvedStep } from './ResolvedStep.ts'

type Settings = Readonly<Record<string, unknown>>

/** By the settings it gave: what was resolved without a problem. Planning resolves each step, building once more. */
const faultless = new WeakMap<Settings, ResolvedStep>()

/** Migrates a step's settings, fills in defaults, validates them and asks the definition what follows. Never throws. */
export function resolveStep(type: string, definition: StepDefinition, config: Settings): ResolvedStep {
  const known = faultless.get(config)
  if (known?.type === type && known.definition === definition) return known
  const resolved = resolveAnew(type, definition, config)
  if (resolved.problems.length === 0) faultless.set(resolved.config, resolved)
  return resolved
}

function resolveAnew(type: string, definition: StepDefinition, config: Settings): ResolvedStep {
  const migrated = migrateSettings(definition, config)
  const parsed = parseSettings(definition.schema, migrated.settings)
  const asked: Asked = { definition, settings: parsed.settings, problems: [] }
  const ports = ask(asked, 'ports', questions.ports) ?? defaultPorts
  const reads = ask(asked, 'reads', questions.reads) ?? none
  const writes = ask(asked, 'writes', questions.writes)
  return {
    type,
    definition,
    // Marked again: whoever resolves the result once more must not migrate it once more.
    config: stampVersion(definition, keepUnknown(migrated.settings, parsed.settings)),
    ports,
    reads,
    needs: ask(asked, 'needs', questions.needs) ?? nothing,
    writes: writes ?? none,
    surelyWrites: without(writes ?? none, ask(asked, 'leavesOut', questions.leavesOut) ?? none),
    writesAny: writes === undefined,
    mayWrite: writes === undefined ? ask(asked, 'mayWrite', questions.mayWrite) : undefined,
    texts: ask(asked, 'texts', questions.texts) ?? none,
    model: ask(asked, 'model', questions.model),
    agents: ask(asked, 'agents', questions.agents) ?? none,
    tools: ask(asked, 'tools', questions.tools),
    hosts: ask(asked, 'hosts', questions.hosts) ?? none,
    search: ask(asked, 'search', questions.search),
    problems: [
      ...migrated.problems,
      ...parsed.problems,
      ...findUnknownKeys(definition.schema, migrated.settings),
      ...asked.problems,
    ],
  }
}

function without(names: readonly string[], left: readonly string[]): readonly string[] {
  return left.length === 0 ? names : names.filter((name) => !left.includes(name))
}

/** The parsed settings, with the keys the schema dropped: a strategy written by hand may know more than its schema. */
function keepUnknown(given: Settings, parsed: unknown): Readonly<Record<string, Json>> {
  // A schema of settings gives an object of JSON values: that is what a configuration can hold.
  const known = (typeof parsed === 'object' && parsed !== null ? parsed : {}) as Readonly<Record<string, Json>>
  const dropped = Object.keys(given).filter((key) => !Object.hasOwn(known, key) && given[key] !== undefined)
  if (dropped.length === 0) return known
  // The same holds for what it dropped.
  return { ...known, ...Object.fromEntries(dropped.map((key) => [key, given[key] as Json])) }
}

/** What a definition is asked about its settings, and what was wrong with its answers. */
interface Asked {
  readonly definition: StepDefinition
  readonly settings: unknown
  readonly problems: Problem[]
}

type Question<Answer> = (definition: StepDefinition, settings: unknown) => Answer | undefined

const none: readonly never[] = []
const nothing: Readonly<Record<string, never>> = {}

/** Made once: a large agent asks thousands of them. */
const questions = {
  ports: (definition, settings) => definition.ports?.(settings),
  reads: (definition, settings) => definition.reads?.(settings),
  needs: (definition, settings) => definition.needs?.(settings),
  writes: (definition, settings) => definition.writes?.(settings),
  leavesOut: (definition, settings) => definition.leavesOut?.(settings),
  mayWrite: (definition, settings) => definition.mayWrite?.(settings),
  texts: (definition, settings) => definition.texts?.(settings),
  model: (definition, settings) => definition.model?.(settings),
  agents: (definition, settings) => definition.agents?.(settings).map(toUse),
  tools: (definition, settings) => (definition.tools === undefined ? none : definition.tools(settings)),
  hosts: (definition, settings) => definition.hosts?.(settings),
  search: (definition, settings) => definition.search?.(settings),
} satisfies Record<string, Question<unknown>>

/** One answer of a definition. A plugin whose answer fails costs a problem, never the editor. */
function ask<Answer>(
  { definition, settings, problems }: Asked,
  name: keyof typeof questions,
  question: Question<Answer>,
): Answer | undefined {
  try {
    return question(definition, settings)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = t("The step type '{name}' could not tell its {what} for these settings: {reason}", {
      name: definition.name,
      what: name,
      reason,
    })
    problems.push({ code: 'step.config', severity: 'error', path: 'config', message })
    return undefined
  }
}

function toUse(agent: AgentReference | AgentUse): AgentUse {
  if (typeof agent === 'string') return { agent, path: 'config.agent' }
  // Every whole agent has steps; a use has none.
  return 'steps' in agent ? { agent, path: 'config' } : agent
}
