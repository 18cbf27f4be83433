import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { createStorageError, toStorageError } from '../storage/toStorageError.ts'

/** Which file an agent of the library is saved to. */
export interface FileLink {
  readonly agentId: string
  readonly handle: FileSystemFileHandle
  /** What stood in the file when it was last read or written here. */
  readonly fileText: string
  /** What the agent's text was then. Another one when the file was written by hand: only ours are always alike. */
  readonly savedText: string
}

export interface StoredFolder {
  readonly id: string
  readonly handle: FileSystemDirectoryHandle
}

interface FileSchema extends DBSchema {
  links: { key: string; value: FileLink }
  folders: { key: string; value: StoredFolder }
}

type Database = IDBPDatabase<FileSchema>

/** The files and folders that are open in this browser. Every method rejects with a `storage.*` error. */
export interface FileDatabase {
  readLink(agentId: string): Promise<FileLink | undefined>
  listLinks(): Promise<readonly FileLink[]>
  putLink(link: FileLink): Promise<void>
  removeLink(agentId: string): Promise<void>
  listFolders(): Promise<readonly StoredFolder[]>
  putFolder(folder: StoredFolder): Promise<void>
  removeFolder(id: string): Promise<void>
}

/** A database of its own: only browsers with the API ever make it, and it never stands in the way of saving agents. */
export function createFileDatabase(name = 'petal-studio-files'): FileDatabase {
  const use = async <Result>(work: (database: Database) => Promise<Result>): Promise<Result> => {
    if (typeof indexedDB === 'undefined') throw createStorageError('storage.unavailable')
    try {
      const database = await openDB<FileSchema>(name, 1, { upgrade: createStores })
      return await work(database).finally(() => database.close())
    } catch (fault) {
      throw toStorageError(fault)
    }
  }
  return {
    readLink: (agentId) => use((database) => database.get('links', agentId)),
    listLinks: () => use((database) => database.getAll('links')),
    putLink: (link) => use(async (database) => void (await database.put('links', link))),
    removeLink: (agentId) => use((database) => database.delete('links', agentId)),
    listFolders: () => use((database) => database.getAll('folders')),
    putFolder: (folder) => use(async (database) => void (await database.put('folders', folder))),
    removeFolder: (id) => use((database) => database.delete('folders', id)),
  }
}

function createStores(database: Database): void {
  database.createObjectStore('links', { keyPath: 'agentId' })
  database.createObjectStore('folders', { keyPath: 'id' })
}
