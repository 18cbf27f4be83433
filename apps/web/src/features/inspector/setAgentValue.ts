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
  llmConfig: (agent, value) => setLLM(agent, unchecked(value ?? null)),
  memory: (agent, value) => setMemory(agent, unchecked(value ?? null)),
  graphConfig: (agent, value) => setGraph(agent, unchecked(value ?? {})),
  loggingConfig: (agent, value) => setLogging(agent, unchecked(value ?? {})),
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

/** Any JSON as what an operation takes: each of them parses what it is given, and refuses what does not fit. */
function unchecked<Input>(value: Json): Input {
  return value as Input
}
