import type { LLMConfig } from '../config/AgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import { type ProviderTarget, resolveProvider } from '../models/resolveProvider.ts'
import type { StepRegistry } from '../registry/StepRegistry.ts'
import { hostLabel } from '../step/hostLabel.ts'
import type { StepHost } from '../step/StepDefinition.ts'
import { listToolUses, type NamedToolUse } from '../tools/listToolUses.ts'
import type { AgentPlan, PlannedStep } from './AgentPlan.ts'
import { listCalls } from './plan/listCalls.ts'
import { readSteps } from './plan/readSteps.ts'
import { resolveEmbedding } from './plan/resolveEmbedding.ts'
import { resolveLLM } from './plan/resolveLLM.ts'

/** A key that models, steps or tools need, and the only host it is sent to. */
export interface KeyRequirement {
  readonly keyRef: string
  readonly host: string
  /** Whose models it opens; left out for a key that a step or a tool sends itself. */
  readonly provider?: LLMConfig['provider']
  /** False when the server may do without. */
  readonly required: boolean
  readonly stepIds: readonly string[]
  /** Names of the tools that send it. */
  readonly toolNames?: readonly string[]
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
  /** Ids of the steps that run code from the configuration, those of called agents included. */
  readonly code: readonly string[]
  /** Names of the tools, those of called agents included. */
  readonly tools: readonly string[]
  /** Names of the tools that run code from the configuration. */
  readonly codeTools: readonly string[]
}

/**
 * Lists what a run of a plan will use, the agents it may call included. Pure: nothing is asked or looked up.
 *
 * @param registry tells which step types run code
 */
export function listRequirements(plan: AgentPlan, registry: StepRegistry): Requirements {
  const users = [...plan.steps, ...listInnerUsers(plan, registry)]
  const calls = listCalls(plan.agent, registry, idsOf(plan))
  const agents = [plan.agent, ...calls.map(({ agent }) => agent)]
  const models = [
    ...users.flatMap(({ id, llm }) => (llm === undefined ? [] : [{ settings: llm, stepIds: [id] }])),
    ...listMemoryModels(plan.agent, askingSteps(plan)),
    ...calls.flatMap(({ agent, stepIds }) => listMemoryModels(agent, stepIds)),
  ]
  const targets = models.flatMap((model) => findTarget(model) ?? [])
  const asked = targets.filter(({ host }) => host !== '')
  const own = users.flatMap(({ id, hosts = [] }) => hosts.map((host) => ({ ...host, stepId: id })))
  const uses = agents.flatMap(listToolUses)
  const keys = [...mergeKeys([...asked.flatMap(toNeeds), ...own.flatMap(toOwnNeed)]), ...listToolKeys(uses)]
  return {
    keys,
    keyRefs: unique(keys.map(({ keyRef }) => keyRef)),
    hosts: unique([...asked.map(({ host }) => host), ...own.map(hostLabel), ...uses.flatMap(({ host }) => host ?? [])]),
    providers: unique(models.map(({ settings }) => settings.provider)),
    models: unique(models.map(({ settings: { provider, model } }) => `${provider}/${model}`)),
    code: unique(
      users
        .filter(({ type, disabled }) => !disabled && registry.describe(type)?.category === 'code')
        .map(({ id }) => id),
    ),
    tools: unique(uses.map(({ name }) => name)),
    codeTools: unique(uses.filter(({ code }) => code).map(({ name }) => name)),
  }
}

/** A step as far as it uses something. One within a called agent counts as the step that leads to it. */
type User = Pick<PlannedStep, 'id' | 'type' | 'llm' | 'hosts' | 'disabled'>

function listInnerUsers(plan: AgentPlan, registry: StepRegistry): readonly User[] {
  return listCalls(plan.agent, registry, idsOf(plan)).flatMap(({ agent, stepIds }) => {
    const read = readSteps(agent.steps, registry, undefined)
    return read.flatMap(({ resolved, disabled }) => {
      if (resolved === undefined || disabled) return []
      const { type, model, hosts } = resolved
      const llm = model === undefined ? {} : { llm: resolveLLM(model.llmConfig, agent.llmConfig) }
      return stepIds.map((id) => ({ id, type, hosts, ...llm }))
    })
  })
}

function idsOf({ steps }: AgentPlan): readonly string[] {
  return steps.map(({ id }) => id)
}

/** A tool may do without its key: whether it has to have it, only the server knows. So a named key is needed. */
function listToolKeys(uses: readonly NamedToolUse[]): readonly KeyRequirement[] {
  const found = new Map<string, KeyRequirement>()
  for (const { keyRef, host, name } of uses) {
    if (keyRef === undefined || host === undefined) continue
    const place = JSON.stringify([keyRef, host])
    const names = [...(found.get(place)?.toolNames ?? []), name]
    found.set(place, { keyRef, host, required: true, stepIds: [], toolNames: names })
  }
  return [...found.values()]
}

/** The steps that ask a model: only they remember. */
function askingSteps({ steps }: AgentPlan): readonly string[] {
  return steps.filter(({ llm }) => llm !== undefined).map(({ id }) => id)
}

/** A model that a run may ask, and the steps on whose behalf. */
interface AskedModel {
  readonly settings: Pick<LLMConfig, 'provider' | 'model' | 'baseUrl' | 'keyRef'>
  readonly stepIds: readonly string[]
}

/** What an agent's memory asks to know what to send. */
function listMemoryModels(
  { memory, llmConfig }: AgentPlan['agent'],
  stepIds: readonly string[],
): readonly AskedModel[] {
  if (stepIds.length === 0 || memory?.enabled !== true) return []
  if (memory.memoryType === 'summary') return [{ settings: resolveLLM(memory.llmConfig, llmConfig), stepIds }]
  if (memory.memoryType !== 'vector' || memory.search?.by !== 'meaning') return []
  return [{ settings: resolveEmbedding(memory.search), stepIds }]
}

interface Target extends ProviderTarget {
  readonly stepIds: readonly string[]
  readonly provider: LLMConfig['provider']
}

/** Where a model is asked; nothing for an address that planning has refused. */
function findTarget({ settings, stepIds }: AskedModel): Target | undefined {
  try {
    return { ...resolveProvider(settings), stepIds, provider: settings.provider }
  } catch (error) {
    if (AgentError.isInstance(error)) return undefined
    throw error
  }
}

type Need = Omit<KeyRequirement, 'stepIds'> & { readonly stepId: string }

function toNeeds({ keyRef, host, provider, needsKey, stepIds }: Target): readonly Need[] {
  if (needsKey === 'none') return []
  return stepIds.map((stepId) => ({ keyRef, host, provider, required: needsKey === 'required', stepId }))
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
