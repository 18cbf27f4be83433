import type { Json } from '../../json/Json.ts'
import type { AgentDifference } from './AgentDifference.ts'
import { diffValues } from './diffValues.ts'
import { ANY_EXIT } from './toComparable.ts'

type Names = ReadonlyMap<string, string>

/** What became of the edges of each exit, given as trees by `from`, exit and `to`. */
export function diffEdges(before: Json, after: Json, names: Names): readonly AgentDifference[] {
  return keysOf(before, after).flatMap((from) =>
    keysOf(at(before, from), at(after, from)).flatMap((exit) =>
      diffExit({ from, exit, names }, at(at(before, from), exit), at(at(after, from), exit)),
    ),
  )
}

interface Exit {
  readonly from: string
  readonly exit: string
  readonly names: Names
}

function diffExit(place: Exit, before: Json | undefined, after: Json | undefined): readonly AgentDifference[] {
  const [old, ...otherOld] = keysOf(before)
  const [now, ...otherNow] = keysOf(after)
  const isOneEach = otherOld.length + otherNow.length === 0
  if (old !== undefined && now !== undefined && isOneEach && old !== now) return [rewired(place, old, now)]
  return keysOf(before, after).flatMap((to) => diffEdge(place, to, at(before, to), at(after, to)))
}

function rewired({ from, exit, names }: Exit, before: string, after: string): AgentDifference {
  return {
    part: 'edge',
    kind: 'rewired',
    id: `${from} ${exit}`,
    name: nameOf(from, names),
    setting: [],
    ...exitOf(exit),
    before: nameOf(before, names),
    after: nameOf(after, names),
    isText: false,
    paths: [['edges', from, exit]],
  }
}

function diffEdge(
  { from, exit, names }: Exit,
  to: string,
  before: Json | undefined,
  after: Json | undefined,
): readonly AgentDifference[] {
  return diffValues(before, after, ['edges', from, exit, to]).map((difference): AgentDifference => {
    const setting = difference.path.slice(4)
    return {
      part: 'edge',
      kind: setting.length > 0 ? 'changed' : before === undefined ? 'added' : 'removed',
      id: `${from} ${exit} ${to}`,
      name: `${nameOf(from, names)} → ${nameOf(to, names)}`,
      setting,
      ...exitOf(exit),
      ...(difference.before === undefined ? {} : { before: difference.before }),
      ...(difference.after === undefined ? {} : { after: difference.after }),
      isText: false,
      paths: [difference.path],
    }
  })
}

function nameOf(id: string, names: Names): string {
  return names.get(id) ?? id
}

function exitOf(exit: string): { readonly exit?: string } {
  return exit === ANY_EXIT ? {} : { exit: JSON.parse(exit) }
}

function at(tree: Json | undefined, key: string): Json | undefined {
  return tree instanceof Object && Object.hasOwn(tree, key) ? Object(tree)[key] : undefined
}

function keysOf(...trees: readonly (Json | undefined)[]): readonly string[] {
  return [...new Set(trees.flatMap((tree) => Object.keys(Object(tree))))]
}
