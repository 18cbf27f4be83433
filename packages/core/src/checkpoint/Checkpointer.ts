import type { BaseCheckpointSaver } from '@langchain/langgraph-checkpoint'

/** Remembers the threads of an agent. Any LangGraph checkpoint saver will do. */
export type Checkpointer = BaseCheckpointSaver
