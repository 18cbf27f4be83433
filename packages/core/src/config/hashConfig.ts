import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json } from '../json/Json.ts'
import type { AgentConfig, StepConfig } from './AgentConfig.ts'
import { keyOrders } from './keyOrders.ts'
import { orderKeys } from './orderKeys.ts'
import { sha256 } from './sha256.ts'

/** Steps do not change, so that after an edit only the edited one is written anew. */
const stepTexts = new WeakMap<StepConfig, string>()

/**
 * A fingerprint of what an agent does, 64 hex digits: the SHA-256 of its JSON with sorted keys, without defaults,
 * layout, notes and groups. Equal for configurations that mean the same, whatever the order of their keys; moving a
 * card keeps it.
 */
export function hashConfig(config: AgentConfig): string {
  const { agents, steps, ...rest } = withoutLook(config)
  const parts = {
    ...rest,
    ...(agents === undefined ? {} : { agents: agentsWithoutLook(agents) }),
    ...orderPart(config, 'llmConfig'),
    ...orderPart(config, 'memory'),
    ...orderPart(config, 'graphConfig'),
    ...orderPart(config, 'loggingConfig'),
    ...orderPart(config, 'checkpointer'),
  }
  return sha256(`${writeSorted(orderKeys(parts, keyOrders.agent))}[${steps.map(writeStep).join()}]`)
}

/** What is drawn, and does nothing, left out. */
function withoutLook<Agent extends Pick<AgentConfig, 'layout' | 'notes' | 'groups'>>(agent: Agent) {
  const { layout: _layout, notes: _notes, groups: _groups, ...rest } = agent
  return rest
}

function agentsWithoutLook(agents: NonNullable<AgentConfig['agents']>) {
  return Object.fromEntries(Object.entries(agents).map(([id, agent]) => [id, withoutLook(agent)]))
}

function orderPart(
  config: AgentConfig,
  key: 'llmConfig' | 'memory' | 'graphConfig' | 'loggingConfig' | 'checkpointer',
) {
  const part = config[key]
  return part === null ? {} : { [key]: orderKeys(part, keyOrders[key]) }
}

function writeStep(step: StepConfig): string {
  const known = stepTexts.get(step)
  if (known !== undefined) return known
  const text = writeSorted(orderKeys(step, keyOrders.step))
  stepTexts.set(step, text)
  return text
}

/** JSON without spaces whose keys are sorted at every level. */
function writeSorted(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(writeSorted).join()}]`
  if (!isJsonObject(value)) return JSON.stringify(value)
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const item = value[key]
      return item === undefined ? [] : [`${JSON.stringify(key)}:${writeSorted(item)}`]
    })
  return `{${members.join()}}`
}
