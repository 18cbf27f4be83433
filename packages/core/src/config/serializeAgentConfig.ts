import { fillMembers, formatJson, membersOf } from '../json/formatJson.ts'
import type { Json, JsonObject } from '../json/Json.ts'
import type { AgentConfig, StepConfig } from './AgentConfig.ts'
import { keyOrders } from './keyOrders.ts'
import { type KeyOrder, orderKeys } from './orderKeys.ts'

/**
 * The text of an agent's file. The bytes are stable: fixed key order, defaults left out, two spaces, a final newline;
 * keys the studio does not know are written back. Positions come last with one line per step, so that moving a card
 * never touches a line of meaning. `serializeAgentConfig(parseAgentConfig(text).config) === text` for every text made
 * here.
 */
export function serializeAgentConfig(config: AgentConfig): string {
  return `${writeAgent(config)}\n`
}

function writeAgent(config: AgentConfig): string {
  const { layout, agents, ...rest } = orderKeys(config, keyOrders.agent)
  const lines = Object.entries(rest).flatMap(([key, value]) => {
    const text = value === undefined ? undefined : writeEntry(config, key, value)
    return text === undefined ? [] : [`  ${JSON.stringify(key)}: ${text}`]
  })
  const inner = Object.entries(config.agents ?? {}).map(
    ([id, agent]) => `    ${JSON.stringify(id)}: ${writeInner(agent)}`,
  )
  if (agents !== undefined) lines.push(`  "agents": ${block('{', inner, '}')}`)
  const positions = orderLayout(config)
  if (positions.length > 0) lines.push(`  "layout": ${block('{', positions, '}')}`)
  return `{\n${lines.join(',\n')}\n}`
}

/** An agent within the file, further in. Its version is the file's. A line break in JSON is never part of a text. */
function writeInner({ version: _version, ...agent }: AgentConfig): string {
  return writeAgent(agent as AgentConfig).replaceAll('\n', '\n    ')
}

/** The text of one top-level value; nothing when it need not be written. */
function writeEntry(config: AgentConfig, key: string, value: Json): string | undefined {
  switch (key) {
    case 'stateType':
      return writeStateType(config)
    case 'steps':
      return block('[', config.steps.map(writeStep), ']')
    case 'edges':
      return block(
        '[',
        (config.edges ?? []).map((edge) => line(orderKeys(edge, keyOrders.edge))),
        ']',
      )
    case 'tools':
    case 'notes':
    case 'groups':
      return block(
        '[',
        membersOf(value).map((member) => line(member.value)),
        ']',
      )
    case 'llmConfig':
      return writePart(key, value, keyOrders.llmConfig)
    case 'memory':
      return writePart(key, orderMemory(config.memory), keyOrders.memory)
    case 'checkpointer':
      return writePart(key, value, keyOrders.checkpointer)
    case 'graphConfig':
    case 'loggingConfig':
      return writeOptionalPart(key, value, keyOrders[key])
    default:
      return formatJson(value, entryPlace(key))
  }
}

function entryPlace(key: string) {
  return { column: key.length + 6, indent: 2, tail: 1 }
}

/** Only for a file that has one: it is written when it is not null. */
function orderMemory(memory: AgentConfig['memory']): object {
  const { llmConfig, search } = memory ?? {}
  return {
    ...memory,
    ...(llmConfig === undefined ? {} : { llmConfig: orderKeys(llmConfig, keyOrders.ownModel) }),
    ...(search === undefined ? {} : { search: orderKeys(search, keyOrders.search) }),
  }
}

function writePart(key: string, value: object | Json, order: KeyOrder): string {
  return formatJson(orderKeys(Object(value), order), entryPlace(key))
}

function writeOptionalPart(key: string, value: Json, order: KeyOrder): string | undefined {
  const part = orderKeys(Object(value), order)
  return Object.keys(part).length === 0 ? undefined : formatJson(part, entryPlace(key))
}

function writeStateType({ stateType }: AgentConfig): string {
  const { fields: _fields, ...rest } = orderKeys(stateType, keyOrders.stateType)
  const fields = Object.entries(stateType.fields).map(([name, field]) => {
    const key = `${JSON.stringify(name)}: `
    const place = { column: 6 + key.length, indent: 6, tail: 1 }
    return `      ${key}${formatJson(orderKeys(field, keyOrders.stateField), place)}`
  })
  const others = membersOf(rest).map(({ key, value }) => {
    return `    ${key}${formatJson(value, { column: 4 + key.length, indent: 4, tail: 1 })}`
  })
  const body = fields.length === 0 ? '{}' : `{\n${fields.join(',\n')}\n    }`
  return `{\n${[...others, `    "fields": ${body}`].join(',\n')}\n  }`
}

/** Steps do not change, so that after an edit only the edited one is written anew. */
const stepTexts = new WeakMap<StepConfig, string>()

function writeStep(step: StepConfig): string {
  const known = stepTexts.get(step)
  if (known !== undefined) return known
  const text = formatStep(step)
  stepTexts.set(step, text)
  return text
}

/** What identifies a step on the first line, its settings below. */
function formatStep(step: StepConfig): string {
  const { config, ...rest } = orderKeys(orderParts(step), keyOrders.step)
  const head = fillMembers(membersOf(rest), { indent: 6, tail: config === undefined ? 3 : 1 })
  if (config === undefined) return `    { ${head} }`
  const key = '"config": '
  const settings = formatJson(config, { column: 6 + key.length, indent: 6, tail: 3 })
  return `    { ${head},\n      ${key}${settings} }`
}

function orderParts({ retry, onError, ...step }: StepConfig): object {
  return {
    ...step,
    ...(retry === undefined ? {} : { retry: orderKeys(retry, keyOrders.retry) }),
    ...(onError === undefined ? {} : { onError: orderKeys(onError, keyOrders.onError) }),
  }
}

/** Positions in the order of the steps; those of no step after them. */
function orderLayout({ steps, layout }: AgentConfig): string[] {
  const ids = new Set(steps.map((step) => step.id))
  const ordered = [...ids].filter((id) => Object.hasOwn(layout, id))
  const others = Object.keys(layout).filter((id) => !ids.has(id))
  return [...ordered, ...others].map(
    (id) => `    ${JSON.stringify(id)}: ${JSON.stringify(layout[id]).replaceAll(',', ', ')}`,
  )
}

function line(value: JsonObject | Json): string {
  return `    ${formatJson(value, { column: 4, indent: 4, tail: 1 })}`
}

function block(opening: string, lines: readonly string[], closing: string): string {
  return lines.length === 0 ? opening + closing : `${opening}\n${lines.join(',\n')}\n  ${closing}`
}
