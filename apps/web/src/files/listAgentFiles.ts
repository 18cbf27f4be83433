/** An agent's file in a folder. */
export interface FolderFile {
  /** From the folder on: `support/triage.agent.json`. */
  readonly path: string
  readonly handle: FileSystemFileHandle
}

/** How deep, and how many: a folder may be a whole disk. */
const deepest = 4
const most = 500
const skipped = /^(\.|node_modules$)/

/** The agents in a folder and in those within it, by path. */
export async function listAgentFiles(folder: FileSystemDirectoryHandle): Promise<readonly FolderFile[]> {
  const found: FolderFile[] = []
  const waiting: { readonly folder: FileSystemDirectoryHandle; readonly path: string; readonly depth: number }[] = [
    { folder, path: '', depth: 0 },
  ]
  for (let next = waiting.shift(); next && found.length < most; next = waiting.shift()) {
    for await (const [name, handle] of entriesOf(next.folder)) {
      const path = `${next.path}${name}`
      if (isFile(handle)) {
        if (name.toLowerCase().endsWith('.agent.json')) found.push({ path, handle })
      } else if (isFolder(handle) && next.depth < deepest && !skipped.test(name)) {
        waiting.push({ folder: handle, path: `${path}/`, depth: next.depth + 1 })
      }
    }
  }
  return found.slice(0, most).sort((a, b) => a.path.localeCompare(b.path))
}

/** TypeScript does not describe yet that folders can be walked. */
function entriesOf(folder: FileSystemDirectoryHandle): AsyncIterable<[string, FileSystemHandle]> {
  return folder as unknown as AsyncIterable<[string, FileSystemHandle]>
}

function isFile(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file'
}

function isFolder(handle: FileSystemHandle): handle is FileSystemDirectoryHandle {
  return handle.kind === 'directory'
}
