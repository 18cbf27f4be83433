import type { Checkpointer } from './Checkpointer.ts'
import { GuardedCheckpointer } from './GuardedCheckpointer.ts'
import { IndexedDBCheckpointer } from './IndexedDBCheckpointer.ts'
import { LastingCheckpointer } from './LastingCheckpointer.ts'
import { MemoryCheckpointer } from './MemoryCheckpointer.ts'

const guards = new WeakMap<Checkpointer, Checkpointer>()

const ours = [MemoryCheckpointer, IndexedDBCheckpointer, LastingCheckpointer, GuardedCheckpointer]

/** The checkpointer, safe for any data. One of ours is so already; one from outside gets its guard, always the same. */
export function guardCheckpointer(checkpointer: Checkpointer): Checkpointer {
  if (ours.some((type) => checkpointer instanceof type)) return checkpointer
  const known = guards.get(checkpointer) ?? new GuardedCheckpointer(checkpointer)
  guards.set(checkpointer, known)
  return known
}
