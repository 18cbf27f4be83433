import type { JsonObject } from '../../json/Json.ts'
import type { AgentConfig, EdgeConfig } from '../AgentConfig.ts'
import { listEdges } from '../listEdges.ts'
import { byName, freeName } from './byName.ts'
import { toJson } from './toJson.ts'

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
    steps: toTree(toJsonList(steps), 'id'),
    edges: toEdgeTree(listEdges(config)),
    tools: toTree(toJsonList(tools), 'name'),
    notes: toTree(toJsonList(notes), 'id'),
    groups: toTree(toJsonList(groups), 'id'),
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
function toTree(list: readonly JsonObject[], key: string): JsonObject {
  return Object.fromEntries(byName(list, key))
}

function toJsonList(list: readonly object[] | undefined): readonly JsonObject[] {
  return (list ?? []).map(toJson)
}
