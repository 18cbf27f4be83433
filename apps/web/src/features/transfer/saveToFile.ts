/** The part of the File System Access API used here; not every browser has it. */
interface FileHandle {
  readonly name: string
  createWritable(): Promise<{ write(text: string): Promise<void>; close(): Promise<void> }>
}

interface FilePicker {
  showSaveFilePicker?(options: {
    suggestedName: string
    types: readonly { description: string; accept: Readonly<Record<string, readonly string[]>> }[]
  }): Promise<FileHandle>
}

/** Files chosen in this session, by agent: saving again asks no more. */
const chosen = new Map<string, FileHandle>()

/** True where the browser can write a file the person chose. */
export function canSaveToFile(): boolean {
  return 'showSaveFilePicker' in window
}

/**
 * Writes the text to the file chosen for this agent, asking for one the first time or with `ask`. Gives the file's
 * name; undefined when the person chose none. Rejects with the browser's fault when writing fails.
 */
export async function saveToFile(
  agentId: string,
  text: string,
  { suggestedName, ask }: { readonly suggestedName: string; readonly ask: boolean },
): Promise<string | undefined> {
  const handle = (ask ? undefined : chosen.get(agentId)) ?? (await pickFile(suggestedName))
  if (handle === undefined) return undefined
  const writable = await handle.createWritable()
  await writable.write(text)
  await writable.close()
  chosen.set(agentId, handle)
  return handle.name
}

/** The name of the file chosen for this agent in this session. */
export function chosenFileName(agentId: string): string | undefined {
  return chosen.get(agentId)?.name
}

async function pickFile(suggestedName: string): Promise<FileHandle | undefined> {
  // TypeScript's libraries do not describe the picker yet; the check above the call does.
  const { showSaveFilePicker } = window as unknown as FilePicker
  if (showSaveFilePicker === undefined) return undefined
  try {
    const types = [{ description: 'Agent', accept: { 'application/json': ['.json'] } }]
    return await showSaveFilePicker.call(window, { suggestedName, types })
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') return undefined
    throw fault
  }
}
