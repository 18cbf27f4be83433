import type { AgentConfig } from '@petal/core/model'
import { findMissingKeys, listKeyNeeds, withoutFixed } from './keyNeeds.ts'
import type { RunActivity, RunStart } from './RunActivity.ts'
import type { RunControllerParts } from './RunControllerParts.ts'

/** What stands in the way, as the activity tells it; nothing when nothing does. */
type Obstacle = Omit<RunActivity, 'status'> | undefined

/** Why an agent cannot run at all, whatever its input. */
export function findRefusal({ plan, readOnly }: RunControllerParts, config: AgentConfig): Obstacle {
  const reason = readOnly()
  if (reason !== undefined) return { problems: [{ code: 'storage.newer', severity: 'error', message: reason }] }
  return plan(config).ok ? undefined : { refused: true }
}

/** Why an agent cannot run yet: it may not, nobody agreed to it, or a key is missing. */
export function findObstacle(parts: RunControllerParts, config: AgentConfig, start: RunStart): Obstacle {
  const { keyring, isTrusted, plan, registry, fixedOutputs } = parts
  const refusal = findRefusal(parts, config)
  if (refusal !== undefined) return refusal
  if (!isTrusted()) return { gate: { kind: 'trust', start } }
  const missing = findMissingKeys(withoutFixed(listKeyNeeds(plan(config), registry), fixedOutputs()), keyring)
  return missing.length === 0 ? undefined : { gate: { kind: 'keys', start, missing } }
}
