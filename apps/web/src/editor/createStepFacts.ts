import {
  type AgentReference,
  createHandlerChain,
  type DocumentSearch,
  defaultPorts,
  type StepCategory,
  type StepConfig,
  type StepConfigHandler,
  type StepDefinition,
  type StepHost,
  type StepPorts,
  type StepRegistry,
  type TextReference,
  withErrorPort,
} from '@petal/core/model'
import { t } from '@petal/ui/language'

/** What the editor shows of one step, derived from its type's definition and its settings. */
export interface StepFacts {
  /** Undefined for a type that is not registered. */
  readonly definition: StepDefinition | undefined
  /** The type's title, or the type itself when it is unknown. */
  readonly typeTitle: string
  readonly category: StepCategory
  readonly icon: string
  readonly ports: StepPorts
  /** The exit that it is left by while it is disabled, for one with several. */
  readonly passBy: string | undefined
  /** One line; stars emphasise. */
  readonly summary: string
  readonly reads: readonly string[]
  readonly writes: readonly string[]
  /** True when what it writes is known only once it runs: then it may be any field. */
  readonly writesAny: boolean
  /** It asks a model, itself or by an agent that it calls. */
  readonly asksModel: boolean
  /** Its templates and expressions. */
  readonly texts: readonly TextReference[]
  /** The servers it asks beside its model's. */
  readonly hosts: readonly StepHost[]
  /** The search in documents that it makes, if it makes one. */
  readonly search: DocumentSearch | undefined
  /** Where steps stand in its settings: `config.step`. */
  readonly innerSteps: readonly string[]
  /** Names of the agent's tools it uses. */
  readonly tools: readonly string[]
  /** The agents it calls: by their ids in the file, or whole. */
  readonly agents: readonly AgentReference[]
}

export interface StepFactsSource {
  /** The facts of a step; the same step object gives the same facts. */
  of(step: StepConfig): StepFacts
  /** Forget everything: the registry has changed. */
  reset(): void
}

/** Facts about steps, kept by the step's identity. */
export function createStepFacts(registry: StepRegistry): StepFactsSource {
  const chain = createHandlerChain(registry)
  let known = new WeakMap<StepConfig, StepFacts>()
  return {
    of(step) {
      const facts = known.get(step) ?? resolveFacts(step, registry, chain)
      known.set(step, facts)
      return facts
    },
    reset() {
      known = new WeakMap()
    },
  }
}

function resolveFacts(step: StepConfig, registry: StepRegistry, chain: StepConfigHandler): StepFacts {
  const definition = registry.describe(step.strategyType)
  const resolved = chain.resolve(step.strategyType, step.config)
  if (!definition || !resolved) return unknownFacts(step)
  return {
    definition,
    typeTitle: t(definition.title),
    category: definition.category,
    icon: definition.icon,
    ports: withErrorPort(resolved.ports, step),
    passBy: passBy(definition, resolved.config),
    summary: summarise(definition, resolved.config),
    reads: resolved.reads,
    writes: resolved.writes,
    writesAny: resolved.writesAny,
    asksModel: resolved.model !== undefined || resolved.agents.length > 0,
    texts: resolved.texts,
    hosts: resolved.hosts,
    search: resolved.search,
    innerSteps: resolved.agents.flatMap(({ places = {} }) => Object.values(places)),
    tools: resolved.tools ?? [],
    agents: resolved.agents.map(({ agent }) => agent),
  }
}

/** A plugin's `summarize` may fail on half-typed settings; a card never does. */
function summarise(definition: StepDefinition, config: unknown): string {
  try {
    return definition.summarize(config)
  } catch {
    return definition.description
  }
}

/** A plugin's answer may fail, too. */
function passBy(definition: StepDefinition, config: unknown): string | undefined {
  try {
    return definition.passBy?.(config)
  } catch {
    return undefined
  }
}

function unknownFacts(step: StepConfig): StepFacts {
  return {
    definition: undefined,
    typeTitle: step.strategyType,
    category: 'other',
    icon: 'circle-help',
    ports: defaultPorts,
    passBy: undefined,
    summary: t('Needs a plugin that brings *{type}*: kept as it is.', { type: step.strategyType }),
    reads: [],
    writes: [],
    writesAny: true,
    asksModel: false,
    texts: [],
    hosts: [],
    search: undefined,
    innerSteps: [],
    tools: [],
    agents: [],
  }
}
