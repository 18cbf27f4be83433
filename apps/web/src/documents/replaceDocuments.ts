import {
  type AgentConfig,
  createHandlerChain,
  type DocumentReference,
  isJsonObject,
  type Json,
  type JsonObject,
  type StepConfig,
  type StepConfigHandler,
  type StepRegistry,
} from '@petal/core/model'
import { parsePath, setAtPath } from '../editor/setAtPath.ts'

/** Gives a document's successor in the file; the same object leaves it as it is. */
export type ReplaceDocument = (document: DocumentReference) => Promise<DocumentReference>

/** The agent, and the agents within its file, with other documents in the steps that search in some. */
export async function replaceDocuments(
  agent: AgentConfig,
  registry: StepRegistry,
  replace: ReplaceDocument,
): Promise<AgentConfig> {
  const chain = createHandlerChain(registry)
  const steps = await Promise.all(agent.steps.map((step) => replaceInStep(step, chain, replace)))
  const inner = await Promise.all(
    Object.entries(agent.agents ?? {}).map(async ([id, each]) => [id, await replaceDocuments(each, registry, replace)]),
  )
  return { ...agent, steps, ...(agent.agents === undefined ? {} : { agents: Object.fromEntries(inner) }) }
}

/** Every document that the agent and the agents within its file search in. */
export function listDocuments(agent: AgentConfig, registry: StepRegistry): readonly DocumentReference[] {
  const chain = createHandlerChain(registry)
  const agents = [agent, ...Object.values(agent.agents ?? {})]
  return agents.flatMap(({ steps }) =>
    steps.flatMap(({ strategyType, config }) => chain.resolve(strategyType, config)?.search?.documents ?? []),
  )
}

async function replaceInStep(
  step: StepConfig,
  chain: StepConfigHandler,
  replace: ReplaceDocument,
): Promise<StepConfig> {
  const search = chain.resolve(step.strategyType, step.config)?.search
  if (search === undefined) return step
  const documents = await Promise.all(search.documents.map(replace))
  if (documents.every((document, index) => document === search.documents[index])) return step
  // The place is one of the step's own: `config.documents`.
  const whole = setAtPath({ config: { ...step.config } }, parsePath(search.path), documents.map(toJson))
  const config = isJsonObject(whole) ? whole.config : undefined
  return isJsonObject(config) ? { ...step, config: toSettings(config) } : step
}

function toJson({ name, text, hash, length }: DocumentReference): Json {
  return {
    name,
    ...(text === undefined ? {} : { text }),
    ...(hash === undefined ? {} : { hash }),
    ...(length === undefined ? {} : { length }),
  }
}

function toSettings(config: JsonObject): StepConfig['config'] {
  return Object.fromEntries(
    Object.entries(config).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}
