import { isJsonObject } from '../../json/isJsonObject.ts'
import type { JsonObject } from '../../json/Json.ts'
import type { AgentConfig, EdgeConfig } from '../AgentConfig.ts'
import { listEdges } from '../listEdges.ts'

/** How edges that name no exit stand in a comparable tree. */
export const ANY_EXIT = '*'

/**
 * An agent as a tree in which everything has a path that does not depend on its place in a list: steps, notes, groups
 * and agents by id, tools by name, edges by `from`, exit and `to`. Edges that are only implied stand there like others.
 */
export function toComparable(config: AgentConfig): JsonObject {
  const { steps, edges: _edges, tools, notes, groups, agents = {}, ...rest } = config
  const inner = Object.entries(agents).map(([id, agent]): [string, JsonObject] => [id, toComparable(agent)])
  return {
    ...toJson(rest),
    steps: byName(toJsonList(steps), 'id'),
    edges: toEdgeTree(listEdges(config)),
    tools: byName(toJsonList(tools), 'name'),
    notes: byName(toJsonList(notes), 'id'),
    groups: byName(toJsonList(groups), 'id'),
    agents: Object.fromEntries(inner),
  }
}

function toEdgeTree(edges: readonly EdgeConfig[]): JsonObject {
  const tree: Record<string, Record<string, Record<string, JsonObject>>> = {}
  for (const { from, exit, to, ...rest } of edges) {
    const exits = ownOr(tree, from, {})
    const targets = ownOr(exits, exit === undefined ? ANY_EXIT : JSON.stringify(exit), {})
    targets[freeName((name) => Object.hasOwn(targets, name), to)] = toJson(rest)
  }
  return tree
}

function ownOr<Value>(record: Record<string, Value>, key: string, fallback: Value): Value {
  const value = Object.hasOwn(record, key) ? (record[key] ?? fallback) : fallback
  record[key] = value
  return value
}

/** Names come from files: one such as `__proto__` is a name like any other. */
function byName(list: readonly JsonObject[], key: string): JsonObject {
  const members = new Map<string, JsonObject>()
  for (const [index, item] of list.entries()) {
    const name = item[key]
    members.set(
      freeName((taken) => members.has(taken), typeof name === 'string' ? name : String(index)),
      item,
    )
  }
  return Object.fromEntries(members)
}

function freeName(isTaken: (name: string) => boolean, wish: string): string {
  let name = wish
  for (let count = 2; isTaken(name); count += 1) name = `${wish} (${count})`
  return name
}

function toJsonList(list: readonly object[] | undefined): readonly JsonObject[] {
  return (list ?? []).map(toJson)
}

/** A configuration is plain JSON throughout; its interfaces only lack the index signature that says so. */
function toJson(part: object): JsonObject {
  return isJsonObject(part) ? part : {}
}
