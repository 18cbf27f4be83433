import { msg } from '@petal/ui/language'

/** The pickers of the File System Access API, which not every browser has, and TypeScript does not describe yet. */
interface FilePickers {
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

/** The kind of file that pickers offer. */
export const agentFileType: PickerOptions = {
  types: [{ description: msg('Agent'), accept: { 'application/json': ['.json'] } }],
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
