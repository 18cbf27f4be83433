import {
  type AgentConfig,
  createHandlerChain,
  hostLabel,
  type LLMConfig,
  listCalls,
  listToolUses,
  providerTable,
  resolveLLM,
  resolveProvider,
  type StepConfig,
  type StepRegistry,
} from '@petal/core/model'
import { t } from '@petal/ui/language'

/** What a run of an agent would use, the agents within its file included, found by reading it: no request is made and no code runs. */
export interface RequirementsPreview {
  /** Provider and model, as people read them. */
  readonly models: readonly string[]
  /** Host and port of every server that would be asked, or what names it when that is known only in the run. */
  readonly hosts: readonly string[]
  readonly tools: readonly string[]
  /** Names of the tools that run code of the agent. */
  readonly codeTools: readonly string[]
  /** Names of the steps that run code of their own. */
  readonly codeSteps: readonly string[]
  /** The plugins that a person loaded and whose steps it has, with their versions. */
  readonly plugins: readonly string[]
  /** Step types nobody here knows. */
  readonly unknownTypes: readonly string[]
}

/**
 * Reads an agent for what it would use. Unlike the list that core makes of a plan, it can be made of an agent that could
 * not run: an import is looked at before it is mended.
 */
export function previewRequirements(agent: AgentConfig, registry: StepRegistry): RequirementsPreview {
  // What is disabled may be enabled, or tried, on the same word.
  const enabled = enableAll(agent)
  const all = [enabled, ...listCalls(enabled, registry).map((called) => called.agent)]
  const models = all.flatMap((one) => one.steps.flatMap((step) => modelOf(step, one, registry)))
  const steps = all.flatMap((one) => one.steps)
  const known = steps.map((step) => ({ step, definition: registry.describe(step.strategyType) }))
  const uses = all.flatMap(listToolUses)
  return {
    models: unique(models.map(({ provider, model }) => `${t(providerTable[provider].label)}: ${model}`)),
    hosts: unique([
      ...models.flatMap(hostOf),
      ...steps.flatMap((step) => ownHosts(step, registry)),
      ...uses.flatMap(({ host }) => host ?? []),
    ]),
    tools: unique(uses.map(({ name }) => name)),
    codeTools: unique(uses.filter(({ code }) => code).map(({ name }) => name)),
    codeSteps: unique(
      known.filter(({ definition }) => definition?.category === 'code').map(({ step }) => step.nodeName ?? step.id),
    ),
    plugins: unique(known.flatMap(({ definition }) => definition?.plugin ?? [])),
    unknownTypes: unique(
      known.filter(({ definition }) => definition === undefined).map(({ step }) => step.strategyType),
    ),
  }
}

function enableAll(agent: AgentConfig): AgentConfig {
  const agents = Object.entries(agent.agents ?? {}).map(([id, inner]) => [id, enableAll(inner)] as const)
  return {
    ...agent,
    steps: agent.steps.map(({ disabled: _, ...step }) => step),
    ...(agents.length === 0 ? {} : { agents: Object.fromEntries(agents) }),
  }
}

function modelOf(step: StepConfig, agent: AgentConfig, registry: StepRegistry): readonly LLMConfig[] {
  const resolved = createHandlerChain(registry).resolve(step.strategyType, step.config)
  if (resolved?.model === undefined) return []
  return [resolveLLM(resolved.model.llmConfig, agent.llmConfig)]
}

function ownHosts(step: StepConfig, registry: StepRegistry): readonly string[] {
  return createHandlerChain(registry).resolve(step.strategyType, step.config)?.hosts.map(hostLabel) ?? []
}

function hostOf(llm: LLMConfig): readonly string[] {
  try {
    const { host } = resolveProvider(llm)
    return host === '' ? [] : [host]
  } catch {
    return llm.baseUrl === undefined ? [] : [llm.baseUrl]
  }
}

function unique(items: readonly string[]): readonly string[] {
  return [...new Set(items)]
}
