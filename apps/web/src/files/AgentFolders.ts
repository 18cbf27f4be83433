import type { StoreApi } from 'zustand/vanilla'
import type { FilesState } from './FilesState.ts'
import type { FileDatabase, StoredFolder } from './fileDatabase.ts'
import { askToUse, mayUse } from './filePermission.ts'
import { deniedError } from './fileText.ts'
import { type FolderFile, listAgentFiles } from './listAgentFiles.ts'
import { pick } from './pick.ts'

/** Folders of agents on this computer, remembered until the person closes them. */
export class AgentFolders {
  readonly #database: FileDatabase
  readonly #state: StoreApi<FilesState>
  #folders: readonly StoredFolder[] = []

  constructor(database: FileDatabase, state: StoreApi<FilesState>) {
    this.#database = database
    this.#state = state
  }

  async load(): Promise<void> {
    this.#show(await this.#database.listFolders())
  }

  /** Lets the person choose a folder. Gives its id; undefined when they choose none. */
  async openFolder(): Promise<string | undefined> {
    const handle = await pick((pickers) => pickers.showDirectoryPicker({ mode: 'readwrite' }))
    if (handle === undefined) return undefined
    for (const folder of this.#folders) {
      if (await folder.handle.isSameEntry(handle)) return folder.id
    }
    const folder = { id: crypto.randomUUID(), handle }
    await this.#database.putFolder(folder)
    this.#show([...this.#folders, folder])
    return folder.id
  }

  /** Forgets a folder. The files in it stay as they are. */
  async close(id: string): Promise<void> {
    await this.#database.removeFolder(id)
    this.#show(this.#folders.filter((folder) => folder.id !== id))
  }

  /** The agents in a folder; undefined while the browser wants the person to be asked: `allow` does. */
  async list(id: string): Promise<readonly FolderFile[] | undefined> {
    const { handle } = this.#find(id)
    return (await mayUse(handle, 'read')) ? listAgentFiles(handle) : undefined
  }

  /** Asks the person for the folder again. Only right after a click. */
  async allow(id: string): Promise<void> {
    const { handle } = this.#find(id)
    if (!(await askToUse(handle, 'readwrite'))) throw deniedError(handle)
  }

  /** A new file in a folder, under the first name that is free: `support.agent.json`, `support-2.agent.json` … */
  async createFile(id: string, suggestedName: string): Promise<FileSystemFileHandle> {
    await this.allow(id)
    const { handle } = this.#find(id)
    const stem = suggestedName.replace(/\.agent\.json$/, '')
    let name = suggestedName
    for (let count = 2; await hasFile(handle, name); count += 1) name = `${stem}-${count}.agent.json`
    return handle.getFileHandle(name, { create: true })
  }

  #find(id: string): StoredFolder {
    const folder = this.#folders.find((candidate) => candidate.id === id)
    if (folder === undefined) throw new Error('This folder is not open.')
    return folder
  }

  #show(folders: readonly StoredFolder[]): void {
    this.#folders = folders
    this.#state.setState({ folders: folders.map(({ id, handle }) => ({ id, name: handle.name })) })
  }
}

async function hasFile(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await folder.getFileHandle(name)
    return true
  } catch (fault) {
    // What has the name but is no file is in the way, too.
    return !(fault instanceof DOMException && fault.name === 'NotFoundError')
  }
}
