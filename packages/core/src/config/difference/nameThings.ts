import type { Json } from '../../json/Json.ts'
import type { AgentConfig } from '../AgentConfig.ts'
import type { DifferencePart } from './AgentDifference.ts'

type Names = ReadonlyMap<string, string>

/** What people call the things of two agents that stand under ids; of one that was renamed, the newer name. */
export function nameThings(before: AgentConfig, after: AgentConfig): Partial<Readonly<Record<DifferencePart, Names>>> {
  const both = [before, after]
  return {
    step: new Map(both.flatMap(({ steps }) => steps).map(({ id, nodeName }) => [id, nodeName ?? id])),
    note: namedBy(
      both.flatMap(({ notes = [] }) => notes),
      'text',
    ),
    group: namedBy(
      both.flatMap(({ groups = [] }) => groups),
      'title',
    ),
  }
}

function namedBy(list: readonly Readonly<Record<string, Json>>[], key: string): Names {
  return new Map(
    list.flatMap(({ id, [key]: name }) =>
      typeof id === 'string' && typeof name === 'string' && name !== '' ? [[id, name] as const] : [],
    ),
  )
}
