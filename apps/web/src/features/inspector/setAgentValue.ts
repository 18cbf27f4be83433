import {
  type AgentConfig,
  type Json,
  setDescription,
  setGraph,
  setLLM,
  setLogging,
  setMemory,
  setName,
} from '@petal/core/model'
import { parsePath, setAtPath } from '../../editor/setAtPath.ts'

type Setter = (agent: AgentConfig, value: Json | undefined) => AgentConfig

/** The parts of an agent that the panel edits, each through the operation that checks it. */
const setters: Readonly<Record<string, Setter>> = {
  name: (agent, value) => setName(agent, typeof value === 'string' && value !== '' ? value : null),
  description: (agent, value) => setDescription(agent, typeof value === 'string' ? value : ''),
  // The operations check what they are given, so that any JSON may be handed to them.
  llmConfig: (agent, value) => setLLM(agent, (value ?? null) as Parameters<typeof setLLM>[1]),
  memory: (agent, value) => setMemory(agent, (value ?? null) as Parameters<typeof setMemory>[1]),
  graphConfig: (agent, value) => setGraph(agent, (value ?? {}) as Parameters<typeof setGraph>[1]),
  loggingConfig: (agent, value) => setLogging(agent, (value ?? {}) as Parameters<typeof setLogging>[1]),
}

/**
 * The agent with one setting changed; `undefined` puts its default back. `path` as in a problem:
 * `graphConfig.maxRetries`.
 *
 * @throws AgentError `build.argument` for a value that a file could not hold.
 */
export function setAgentValue(agent: AgentConfig, path: string, value: Json | undefined): AgentConfig {
  const [head, ...rest] = parsePath(path)
  const setter = typeof head === 'string' && Object.hasOwn(setters, head) ? setters[head] : undefined
  if (setter === undefined || typeof head !== 'string') return agent
  // Every part of an agent is plain JSON.
  const part = Reflect.get(agent, head) as Json | undefined
  return setter(agent, setAtPath(part ?? undefined, rest, value))
}
