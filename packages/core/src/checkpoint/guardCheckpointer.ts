import type { Checkpointer } from './Checkpointer.ts'
import { GuardedCheckpointer } from './GuardedCheckpointer.ts'
import { MemoryCheckpointer } from './MemoryCheckpointer.ts'

const guards = new WeakMap<Checkpointer, Checkpointer>()

/** The checkpointer, safe for any data. One of ours is so already; one from outside gets its guard, always the same. */
export function guardCheckpointer(checkpointer: Checkpointer): Checkpointer {
  if (checkpointer instanceof MemoryCheckpointer || checkpointer instanceof GuardedCheckpointer) return checkpointer
  const known = guards.get(checkpointer) ?? new GuardedCheckpointer(checkpointer)
  guards.set(checkpointer, known)
  return known
}
