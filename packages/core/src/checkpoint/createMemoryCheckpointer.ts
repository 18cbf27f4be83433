import { MemorySaver } from '@langchain/langgraph-checkpoint'
import type { Checkpointer } from './Checkpointer.ts'

/** A checkpointer that remembers threads as long as the program runs. */
export function createMemoryCheckpointer(): Checkpointer {
  return new MemorySaver()
}
