import { AgentError } from '@petal/core/model'
import type { ImportSource } from './planImport.ts'

/** Larger files are not even read into memory, in bytes. */
const MOST_BYTES = 20 * 1024 * 1024

/**
 * The contents of a file the person chose.
 *
 * @throws AgentError `import.tooLarge`, or `import.encoding` when the browser cannot read it.
 */
export async function readImportFile(file: File): Promise<ImportSource> {
  if (file.size > MOST_BYTES) {
    const size = (file.size / 1024 / 1024).toFixed(1)
    throw new AgentError(
      'import.tooLarge',
      `${file.name} is ${size} MB; the limit is 20 MB. An agent is rarely larger than 1 MB: is it the right file?`,
      {
        detail: { detail: { value: file.size, limit: MOST_BYTES } },
      },
    )
  }
  try {
    return { name: file.name, content: new Uint8Array(await file.arrayBuffer()) }
  } catch (cause) {
    throw new AgentError('import.encoding', `${file.name} cannot be read. Was it moved or deleted?`, { cause })
  }
}
