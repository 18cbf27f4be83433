import { t } from '../../language/t.ts'
import { entryAt } from '../plan/entryAt.ts'
import type { Planning } from '../plan/Planning.ts'
import { quoteNames } from '../plan/problemTexts.ts'

/** Steps that one step can stand for: there is one way in, and all ways out lead to the same. */
export interface Piece {
  /** In the order of the configuration. */
  readonly steps: readonly number[]
  readonly entry: number
  /** Where every way out leads; empty: the branch ends. */
  readonly targets: readonly number[]
}

type Found = { readonly ok: true; readonly piece: Piece } | { readonly ok: false; readonly reason: string }

/** Whether steps form such a piece, or why they do not. */
export function findPiece({ config, names, analysis }: Planning, stepIds: readonly string[]): Found {
  const { graph } = analysis
  const steps = config.steps.flatMap(({ id }, index) => (stepIds.includes(id) ? [index] : []))
  const inside = new Set(steps)
  const called = (indices: readonly number[]) => quoteNames(indices.map((index) => entryAt(names, index)))
  const refuse = (reason: string): Found => ({ ok: false, reason })

  const entries = steps.filter(
    (step) => graph.starts.includes(step) || entryAt(graph.previous, step).some((from) => !inside.has(from)),
  )
  const [entry] = entries
  if (entry === undefined) return refuse(t('Nothing leads into these steps: connect the first of them.'))
  if (entries.length > 1)
    return refuse(t('There must be one way in, but {entries} are each led into.', { entries: called(entries) }))

  const unreached = steps.filter((step) => !reachWithin(graph.next, inside, entry).has(step))
  if (unreached.length > 0) {
    return refuse(
      t('From {entry} no way leads to {unreached} without leaving the selection.', {
        entry: called([entry]),
        unreached: called(unreached),
      }),
    )
  }
  const ways = steps.flatMap((step) => entryAt(graph.firings, step).map(({ targets }) => ({ step, targets })))
  const torn = ways.find(({ targets }) => isTorn(targets, inside))
  if (torn !== undefined) {
    return refuse(t('{step} leads on in the selection and out of it at the same time.', { step: called([torn.step]) }))
  }
  const out = ways.filter(({ targets }) => !targets.some((target) => inside.has(target)))
  const targets = out[0]?.targets ?? []
  if (out.some((way) => !sameSet(way.targets, targets))) {
    return refuse(t('All ways out of the selection must lead to the same step: select up to where they meet.'))
  }
  return { ok: true, piece: { steps, entry, targets } }
}

function isTorn(targets: readonly number[], inside: ReadonlySet<number>): boolean {
  const within = targets.filter((target) => inside.has(target))
  return within.length > 0 && within.length < targets.length
}

function reachWithin(
  next: readonly (readonly number[])[],
  inside: ReadonlySet<number>,
  from: number,
): ReadonlySet<number> {
  const seen = new Set<number>()
  const open = [from]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at) || !inside.has(at)) continue
    seen.add(at)
    open.push(...entryAt(next, at))
  }
  return seen
}

function sameSet(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item))
}
