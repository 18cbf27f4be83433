/** The file on this computer that the open agent is saved to. */
export interface LinkedFile {
  readonly agentId: string
  readonly name: string
  /** What the agent's text was when it and the file were last the same. */
  readonly savedText: string
}

/** A file that somebody else has changed since it was last read or written here. */
export interface ChangedFile {
  readonly name: string
  readonly text: string
}

/** A folder of agents on this computer. */
export interface OpenFolder {
  readonly id: string
  readonly name: string
}

export interface FilesState {
  readonly file: LinkedFile | undefined
  /** The change that the person has to decide on. */
  readonly change: ChangedFile | undefined
  readonly folders: readonly OpenFolder[]
  /** The folder that was opened last: the library shows it first. */
  readonly shownFolder: string | undefined
}

export const noFiles: FilesState = { file: undefined, change: undefined, folders: [], shownFolder: undefined }
