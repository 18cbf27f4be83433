import type { EdgeConfig } from '../../config/AgentConfig.ts'
import { END, START } from '../../config/listEdges.ts'
import { takesEdge } from '../../step/errorPort.ts'
import { entryAt } from './entryAt.ts'
import type { EdgeFault, Firing, StepGraph } from './StepGraph.ts'

/** A way out of a step: `to` undefined leads to END. */
interface Way {
  readonly exit: string | undefined
  readonly to: number | undefined
}

/**
 * Turns edges between step ids into a graph of numbers. Edges that cannot be followed are left out and listed.
 *
 * @param outputs by step, its output ports; `undefined` when they are not known: then its edges are believed
 * @param disabled by step, whether its edges from other exits are just not followed
 */
export function buildStepGraph(
  ids: readonly string[],
  outputs: readonly (readonly string[] | undefined)[],
  edges: readonly EdgeConfig[],
  disabled: readonly boolean[] = [],
): StepGraph {
  const numbers = numberSteps(ids)
  const ways: Way[][] = ids.map(() => [])
  const starts: number[] = []
  const faults: EdgeFault[] = []
  const closed = new Set<number>()
  for (const [index, edge] of edges.entries()) {
    const kind = findFault(edge, numbers, outputs)
    const to = numbers.get(edge.to)
    if (kind === 'unknownExit' && disabled[numbers.get(edge.from) ?? -1] === true) closed.add(index)
    else if (kind !== undefined) faults.push({ kind, index })
    else if (edge.from !== START) ways[numbers.get(edge.from) ?? -1]?.push({ exit: edge.exit, to })
    else if (to !== undefined) starts.push(to)
  }
  const next = ways.map((list) => sorted(list.map(({ to }) => to)))
  return {
    size: ids.length,
    starts: sorted(starts),
    firings: ways.map((list, step) => toFirings(list, outputs[step], entryAt(next, step))),
    next,
    previous: invert(next),
    faults,
    closed,
  }
}

/** Where an id stands twice the first step has it; the second is a problem of its own. */
function numberSteps(ids: readonly string[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  for (const [index, id] of ids.entries()) if (!numbers.has(id)) numbers.set(id, index)
  return numbers
}

function findFault(
  { from, exit, to }: EdgeConfig,
  numbers: ReadonlyMap<string, number>,
  outputs: readonly (readonly string[] | undefined)[],
): EdgeFault['kind'] | undefined {
  const source = numbers.get(from)
  if (from === END) return 'fromEnd'
  if (to === START) return 'toStart'
  if (source === undefined && from !== START) return 'unknownFrom'
  if (to !== END && !numbers.has(to)) return 'unknownTo'
  if (source === undefined || exit === undefined) return undefined
  return outputs[source]?.includes(exit) === false ? 'unknownExit' : undefined
}

function toFirings(
  ways: readonly Way[],
  outputs: readonly string[] | undefined,
  next: readonly number[],
): readonly Firing[] {
  const exits = outputs ?? [...new Set(ways.map(({ exit }) => exit))]
  // By its only exit a step leaves along all of its ways.
  if (exits.length < 2) return [{ exit: exits[0], targets: next, connected: ways.length > 0 }]
  return exits.map((exit) => {
    const taken = ways.filter((way) => takesEdge(way, exit))
    return { exit, targets: sorted(taken.map(({ to }) => to)), connected: taken.length > 0 }
  })
}

function sorted(numbers: readonly (number | undefined)[]): readonly number[] {
  const known = numbers.filter((value) => value !== undefined)
  return known.length < 2 ? known : [...new Set(known)].sort((a, b) => a - b)
}

function invert(next: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const previous: number[][] = next.map(() => [])
  for (const [from, targets] of next.entries()) for (const to of targets) previous[to]?.push(from)
  return previous
}
