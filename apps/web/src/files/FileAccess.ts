/** The pickers of the File System Access API, which not every browser has, and TypeScript does not describe yet. */
export interface FilePickers {
  showOpenFilePicker(options: PickerOptions): Promise<readonly FileSystemFileHandle[]>
  showSaveFilePicker(options: PickerOptions & { readonly suggestedName: string }): Promise<FileSystemFileHandle>
  showDirectoryPicker(options: { readonly mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>
}

interface PickerOptions {
  readonly types: readonly {
    readonly description: string
    readonly accept: Readonly<Record<string, readonly string[]>>
  }[]
}

interface Permitted {
  queryPermission(options: { readonly mode: Mode }): Promise<PermissionState>
  requestPermission(options: { readonly mode: Mode }): Promise<PermissionState>
}

type Mode = 'read' | 'readwrite'

/** The kind of file that pickers offer. */
export const agentFileType: PickerOptions = {
  types: [{ description: 'Agent', accept: { 'application/json': ['.json'] } }],
}

/** Where the browser can open files and save to them again; elsewhere they are downloaded and uploaded. */
export function hasFileAccess(): boolean {
  return 'showOpenFilePicker' in window
}

/** What the person picks; undefined when they pick nothing. */
export async function pick<Picked>(ask: (pickers: FilePickers) => Promise<Picked>): Promise<Picked | undefined> {
  try {
    // Only called where the browser has them.
    return await ask(window as unknown as FilePickers)
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') return undefined
    throw fault
  }
}

/** Whether a file or folder may be used without asking. After a reload most browsers want to be asked again. */
export async function mayUse(handle: FileSystemHandle, mode: Mode): Promise<boolean> {
  return (await permitted(handle).queryPermission({ mode })) === 'granted'
}

/** The same, asking the person when it must be. Only right after a click or a key. */
export async function askToUse(handle: FileSystemHandle, mode: Mode): Promise<boolean> {
  return (await mayUse(handle, mode)) || (await permitted(handle).requestPermission({ mode })) === 'granted'
}

/** Not described by TypeScript yet; browsers with pickers have both. */
function permitted(handle: FileSystemHandle): Permitted {
  return handle as FileSystemHandle & Permitted
}
