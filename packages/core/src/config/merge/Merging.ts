import type { Json } from '../../json/Json.ts'
import { isProse } from '../difference/isProse.ts'
import type { MergeConflict, MergeConflictKind, MergePlace, MergeSide, MergeSides } from './MergeConflict.ts'

/** One merge as it goes on: what was chosen, and what there is to choose. */
export class Merging {
  readonly conflicts: MergeConflict[] = []
  readonly #choices: Readonly<Record<string, MergeSide>>

  constructor(choices: Readonly<Record<string, MergeSide>>) {
    this.#choices = choices
  }

  /** Takes down a conflict. Gives the side that was chosen for it, or else mine. */
  settle(place: MergePlace, kind: MergeConflictKind, sides: MergeSides<Json | undefined>): MergeSide {
    if (isWhereItStands(place)) return 'mine'
    const { part, agentId, id, setting } = place
    const key = JSON.stringify([agentId ?? null, part, id, ...setting])
    const { base, mine, theirs } = sides
    this.conflicts.push({
      ...place,
      key,
      kind,
      ...(base === undefined ? {} : { base }),
      ...(mine === undefined ? {} : { mine }),
      ...(theirs === undefined ? {} : { theirs }),
      isText: isProse(mine, theirs),
    })
    return Object.hasOwn(this.#choices, key) ? (this.#choices[key] ?? 'mine') : 'mine'
  }
}

/** Nobody is asked where a note lies, as nobody is about cards. */
function isWhereItStands({ part, setting: [key] }: MergePlace): boolean {
  return part === 'note' && (key === 'position' || key === 'size')
}
