import type { DocumentSearch } from '../documents/DocumentSearch.ts'
import type { Problem } from '../errors/Problem.ts'
import type { Json } from '../json/Json.ts'
import type { AgentReference } from '../step/StepContext.ts'
import {
  type AgentUse,
  defaultPorts,
  type StepDefinition,
  type StepHost,
  type StepModel,
  type StepPorts,
  type TextReference,
} from '../step/StepDefinition.ts'
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
  const facts = describeSettings(definition, parsed.settings)
  return {
    type,
    definition,
    // Marked again: whoever resolves the result once more must not migrate it once more.
    config: stampVersion(definition, keepUnknown(migrated.settings, parsed.settings)),
    problems: [
      ...migrated.problems,
      ...parsed.problems,
      ...findUnknownKeys(definition.schema, migrated.settings),
      ...facts.problems,
    ],
    ports: facts.ports,
    reads: facts.reads,
    writes: facts.writes ?? [],
    writesAny: facts.writes === undefined,
    texts: facts.texts,
    model: facts.model,
    agents: facts.agents,
    tools: facts.tools,
    hosts: facts.hosts,
    search: facts.search,
  }
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

interface Facts {
  readonly ports: StepPorts
  readonly reads: readonly string[]
  readonly writes: readonly string[] | undefined
  readonly texts: readonly TextReference[]
  readonly model: StepModel | undefined
  readonly agents: readonly AgentUse[]
  readonly tools: readonly string[] | undefined
  readonly hosts: readonly StepHost[]
  readonly search: DocumentSearch | undefined
  readonly problems: readonly Problem[]
}

/** What the definition says about these settings. A plugin whose answer fails costs a problem, never the editor. */
function describeSettings(definition: StepDefinition, settings: unknown): Facts {
  const problems: Problem[] = []
  function ask<Answer>(name: string, question: () => Answer | undefined, otherwise: Answer): Answer {
    try {
      return question() ?? otherwise
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      const message = `The step type '${definition.name}' could not tell its ${name} for these settings: ${reason}`
      problems.push({ code: 'step.config', severity: 'error', path: 'config', message })
      return otherwise
    }
  }
  return {
    ports: ask('ports', () => definition.ports?.(settings), defaultPorts),
    reads: ask('reads', () => definition.reads?.(settings), []),
    writes: ask<readonly string[] | undefined>('writes', () => definition.writes?.(settings), undefined),
    texts: ask('texts', () => definition.texts?.(settings), []),
    model: ask<StepModel | undefined>('model', () => definition.model?.(settings), undefined),
    agents: ask('agents', () => definition.agents?.(settings).map(toUse), []),
    tools: ask<readonly string[] | undefined>(
      'tools',
      () => (definition.tools === undefined ? [] : definition.tools(settings)),
      undefined,
    ),
    hosts: ask('hosts', () => definition.hosts?.(settings), []),
    search: ask<DocumentSearch | undefined>('search', () => definition.search?.(settings), undefined),
    problems,
  }
}

function toUse(agent: AgentReference | AgentUse): AgentUse {
  if (typeof agent === 'string') return { agent, path: 'config.agent' }
  // Every whole agent has steps; a use has none.
  return 'steps' in agent ? { agent, path: 'config' } : agent
}
