import type { Checkpointer } from './Checkpointer.ts'
import { MemoryCheckpointer } from './MemoryCheckpointer.ts'

/** A checkpointer that remembers threads as long as the program runs. */
export function createMemoryCheckpointer(): Checkpointer {
  return new MemoryCheckpointer()
}
