import type { RunBreakpoint } from '../../events/RunEvent.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json } from '../../json/Json.ts'

/** Marks what waits as no question: the run of a called agent stopped at a breakpoint. */
const HALT_KEY = '__petal_breakpoint'

/** What a step asks, so that it waits while an agent it called stands at a breakpoint. */
export function toHalt({ stepIds, when, path = [], ...rest }: RunBreakpoint): Json {
  return { [HALT_KEY]: { ...rest, path: [...path], stepIds: [...stepIds], when } }
}

/** The breakpoint that a question stands for; nothing when it is one. */
export function readHalt(question: Json): RunBreakpoint | undefined {
  const halt = isJsonObject(question) ? question[HALT_KEY] : undefined
  if (!isJsonObject(halt)) return undefined
  const { agentId, path, key, stepIds, when } = halt
  if (typeof agentId !== 'string' || !Array.isArray(path) || !Array.isArray(stepIds)) return undefined
  return {
    agentId,
    path: path.map(String),
    ...(typeof key === 'string' ? { key } : {}),
    stepIds: stepIds.map(String),
    when: when === 'after' ? 'after' : 'before',
  }
}
