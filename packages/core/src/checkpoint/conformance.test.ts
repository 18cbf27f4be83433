import '../../test/withIndexedDB.ts'
import * as suite from '@langchain/langgraph-checkpoint-validation'
import * as vitest from 'vitest'
import { createMemoryCheckpointer } from './createMemoryCheckpointer.ts'
import { IndexedDBCheckpointer } from './IndexedDBCheckpointer.ts'

// The suite is written for a test runner whose functions are global.
Object.assign(globalThis, vitest)

const inIndexedDB = {
  checkpointerName: 'IndexedDBCheckpointer',
  createCheckpointer: () => new IndexedDBCheckpointer(`conformance-${crypto.randomUUID()}`),
  destroyCheckpointer: (checkpointer: IndexedDBCheckpointer) => checkpointer.close(),
}
suite.validate(inIndexedDB)
suite.deltaChannelHistoryTests(inIndexedDB)
// The suite's own name for what keeps whole values: it then leaves out the test of storing differences.
suite.validate({ checkpointerName: 'MemorySaver', createCheckpointer: createMemoryCheckpointer })
suite.deltaChannelHistoryTests({ checkpointerName: 'MemoryCheckpointer', createCheckpointer: createMemoryCheckpointer })
