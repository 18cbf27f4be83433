import type { CheckpointRow } from './CheckpointSchema.ts'

/** A checkpoint as far as pruning looks at it. */
export type PrunableCheckpoint = Pick<CheckpointRow, 'id' | 'parent' | 'values' | 'growing'>

/** Which checkpoints stay, and from which one each of them now goes on. */
export interface PruningPlan {
  readonly keep: ReadonlySet<string>
  /** Only those whose parent changes, because the former one is dropped. */
  readonly parents: ReadonlyMap<string, string | undefined>
}

type ById = ReadonlyMap<string, PrunableCheckpoint>
type WritesTo = (id: string, channels: ReadonlySet<string>) => boolean

/**
 * What can be dropped of one thread. The newest `history` checkpoints stay, to go on from and to look back at. Of the
 * older ones only those stay whose writes, or whose snapshot, one of them still needs to make a growing field anew (a
 * conversation); what lay between them is passed over.
 *
 * @param checkpoints oldest first
 * @param writesTo whether a task wrote to one of these channels after the checkpoint of this id
 */
export function planPruning(
  checkpoints: readonly PrunableCheckpoint[],
  history: number,
  writesTo: WritesTo,
): PruningPlan {
  const byId = new Map(checkpoints.map((checkpoint) => [checkpoint.id, checkpoint]))
  const newest = checkpoints.slice(-history)
  const keep = new Set(newest.map(({ id }) => id))
  for (const checkpoint of newest) for (const id of findNeeded(checkpoint, byId, writesTo)) keep.add(id)
  const kept = checkpoints.filter(({ id }) => keep.has(id))
  const links = kept.map((checkpoint) => [checkpoint, findKept(checkpoint, byId, keep)] as const)
  const changed = links.filter(([{ parent }, found]) => parent !== found)
  return { keep, parents: new Map(changed.map(([{ id }, found]) => [id, found])) }
}

/** Goes back from a checkpoint until all its growing fields have a snapshot: the ancestors needed on the way. */
function findNeeded(from: PrunableCheckpoint, byId: ById, writesTo: WritesTo): readonly string[] {
  const open = new Set(from.growing.filter((channel) => !hasValue(from, channel)))
  const needed: string[] = []
  for (let at = parentOf(from, byId); at !== undefined && open.size > 0; at = parentOf(at, byId)) {
    const current = at
    const seeds = [...open].filter((channel) => hasValue(current, channel))
    if (seeds.length > 0 || writesTo(current.id, open)) needed.push(current.id)
    for (const channel of seeds) open.delete(channel)
  }
  return needed
}

/** The nearest ancestor that stays. */
function findKept(from: PrunableCheckpoint, byId: ById, keep: ReadonlySet<string>): string | undefined {
  let at = parentOf(from, byId)
  while (at !== undefined && !keep.has(at.id)) at = parentOf(at, byId)
  return at?.id
}

function parentOf({ parent }: PrunableCheckpoint, byId: ById): PrunableCheckpoint | undefined {
  return parent === undefined ? undefined : byId.get(parent)
}

function hasValue({ values }: PrunableCheckpoint, channel: string): boolean {
  return values.some(([name]) => name === channel)
}
