import type { IDBPDatabase } from 'idb'
import { type DatabaseConnection, openDatabase } from '../storage/openDatabase.ts'
import { CHECKPOINTS_VERSION, type CheckpointSchema } from './CheckpointSchema.ts'
import { createCheckpointFault } from './toCheckpointFault.ts'

export type CheckpointDatabase = IDBPDatabase<CheckpointSchema>

export type CheckpointConnection = DatabaseConnection<CheckpointSchema>

/** Opens the database of this name when it is first used. All faults are `storage.*` errors. */
export function openCheckpointDatabase(name: string): CheckpointConnection {
  return openDatabase({ name, version: CHECKPOINTS_VERSION, createStores, createFault: createCheckpointFault })
}

function createStores(database: CheckpointDatabase): void {
  const checkpoints = database.createObjectStore('checkpoints', { keyPath: 'sequence', autoIncrement: true })
  checkpoints.createIndex('byPlace', ['thread', 'namespace', 'sequence'])
  checkpoints.createIndex('byId', ['thread', 'namespace', 'id'])
  database.createObjectStore('values', { autoIncrement: true }).createIndex('byPlace', ['thread', 'namespace'])
  database.createObjectStore('writes', { keyPath: ['thread', 'namespace', 'checkpoint', 'task', 'index'] })
}
