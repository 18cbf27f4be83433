import type { LLMConfig } from '../config/AgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import { type ProviderTarget, resolveProvider } from '../models/resolveProvider.ts'
import type { StepRegistry } from '../registry/StepRegistry.ts'
import { hostLabel } from '../step/hostLabel.ts'
import type { StepHost } from '../step/StepDefinition.ts'
import type { AgentPlan, PlannedStep } from './AgentPlan.ts'
import { listCalls } from './plan/listCalls.ts'
import { readSteps } from './plan/readSteps.ts'
import { resolveLLM } from './plan/resolveLLM.ts'

/** A key that models or steps need, and the only host it is sent to. */
export interface KeyRequirement {
  readonly keyRef: string
  readonly host: string
  /** Whose models it opens; left out for a key that a step sends itself. */
  readonly provider?: LLMConfig['provider']
  /** False when the server may do without. */
  readonly required: boolean
  readonly stepIds: readonly string[]
}

/** What a run of an agent will use: shown before the first run of one that came from elsewhere. Lists have no repeats. */
export interface Requirements {
  readonly keys: readonly KeyRequirement[]
  /** Names of the keys, whatever the host. */
  readonly keyRefs: readonly string[]
  /** Host and port of every server that will be asked, or what names it when that is known only in the run. */
  readonly hosts: readonly string[]
  readonly providers: readonly LLMConfig['provider'][]
  /** `provider/model`. */
  readonly models: readonly string[]
  /** Ids of the steps that run code from the configuration. */
  readonly code: readonly string[]
  /** Names of the agent's tools. */
  readonly tools: readonly string[]
}

/**
 * Lists what a run of a plan will use. Pure: nothing is asked or looked up.
 *
 * @param registry tells which step types run code
 */
export function listRequirements(plan: AgentPlan, registry: StepRegistry): Requirements {
  const users = [...plan.steps, ...listInnerUsers(plan, registry)]
  const targets = users.flatMap((step) => findTarget(step) ?? [])
  const agents = [plan.agent, ...listCalls(plan.agent, registry, idsOf(plan)).map(({ agent }) => agent)]
  const asked = targets.filter(({ host }) => host !== '')
  const own = users.flatMap(({ id, hosts = [] }) => hosts.map((host) => ({ ...host, stepId: id })))
  const keys = mergeKeys([...asked.flatMap(toNeed), ...own.flatMap(toOwnNeed)])
  const llms = users.flatMap(({ llm }) => llm ?? [])
  return {
    keys,
    keyRefs: unique(keys.map(({ keyRef }) => keyRef)),
    hosts: unique([...asked.map(({ host }) => host), ...own.map(hostLabel)]),
    providers: unique(llms.map(({ provider }) => provider)),
    models: unique(llms.map(({ provider, model }) => `${provider}/${model}`)),
    code: unique(users.filter(({ type }) => registry.describe(type)?.category === 'code').map(({ id }) => id)),
    tools: unique(
      agents.flatMap(({ tools = [] }) => tools.flatMap(({ name }) => (typeof name === 'string' ? [name] : []))),
    ),
  }
}

/** A step as far as it uses something. One within a called agent counts as the step that leads to it. */
type User = Pick<PlannedStep, 'id' | 'type' | 'llm' | 'hosts'>

function listInnerUsers(plan: AgentPlan, registry: StepRegistry): readonly User[] {
  return listCalls(plan.agent, registry, idsOf(plan)).flatMap(({ agent, stepIds }) => {
    const read = readSteps(agent.steps, registry, undefined)
    return read.flatMap(({ resolved }) => {
      if (resolved === undefined) return []
      const { type, model, hosts } = resolved
      const llm = model === undefined ? {} : { llm: resolveLLM(model.llmConfig, agent.llmConfig) }
      return stepIds.map((id) => ({ id, type, hosts, ...llm }))
    })
  })
}

function idsOf({ steps }: AgentPlan): readonly string[] {
  return steps.map(({ id }) => id)
}

interface Target extends ProviderTarget {
  readonly stepId: string
  readonly provider: LLMConfig['provider']
}

/** Where a step's model is asked; nothing without a model, and for an address that planning has refused. */
function findTarget({ id, llm }: User): Target | undefined {
  if (llm === undefined) return undefined
  try {
    return { ...resolveProvider(llm), stepId: id, provider: llm.provider }
  } catch (error) {
    if (AgentError.isInstance(error)) return undefined
    throw error
  }
}

type Need = Omit<KeyRequirement, 'stepIds'> & { readonly stepId: string }

function toNeed({ keyRef, host, provider, needsKey, stepId }: Target): readonly Need[] {
  return needsKey === 'none' ? [] : [{ keyRef, host, provider, required: needsKey === 'required', stepId }]
}

function toOwnNeed({ host, keyRef, needsKey, stepId }: StepHost & { readonly stepId: string }): readonly Need[] {
  if (host === undefined || keyRef === undefined) return []
  return [{ keyRef, host, required: needsKey !== 'optional', stepId }]
}

function mergeKeys(needs: readonly Need[]): readonly KeyRequirement[] {
  const found = new Map<string, KeyRequirement>()
  for (const { stepId, ...need } of needs) {
    const name = JSON.stringify([need.keyRef, need.host])
    const before = found.get(name)
    const required = need.required || before?.required === true
    const stepIds = unique([...(before?.stepIds ?? []), stepId])
    found.set(name, {
      ...(before?.provider === undefined ? {} : { provider: before.provider }),
      ...need,
      required,
      stepIds,
    })
  }
  return [...found.values()]
}

function unique<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)]
}
