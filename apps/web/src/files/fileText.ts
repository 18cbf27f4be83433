import { word } from '@petal/core/language'
import { AgentError } from '@petal/core/model'

/** As for an import, in bytes. */
const mostBytes = 20 * 1024 * 1024

/**
 * What stands in a file now.
 *
 * @throws AgentError `file.gone` when it was moved or deleted, `import.tooLarge` when no agent is as large
 */
export async function readText(handle: FileSystemFileHandle): Promise<string> {
  try {
    const file = await handle.getFile()
    if (file.size > mostBytes)
      throw new AgentError('import.tooLarge', word('{name} is larger than 20 MB.', { name: handle.name }))
    return await file.text()
  } catch (fault) {
    throw toFileError(fault, handle)
  }
}

/**
 * Replaces what stands in a file. It is whole at any time: the browser writes beside it and changes the two.
 *
 * @throws AgentError `file.gone` or `file.denied`
 */
export async function writeText(handle: FileSystemFileHandle, text: string): Promise<void> {
  try {
    const writable = await handle.createWritable()
    try {
      await writable.write(text)
    } catch (fault) {
      await writable.abort().catch(() => undefined)
      throw fault
    }
    await writable.close()
  } catch (fault) {
    throw toFileError(fault, handle)
  }
}

/** That the person, or the browser, keeps a file or folder closed. */
export function deniedError(handle: FileSystemHandle, cause?: unknown): AgentError {
  return new AgentError(
    'file.denied',
    handle.kind === 'file'
      ? word('The browser keeps the file {name} closed. Try again and allow it, or download the agent instead.', {
          name: handle.name,
        })
      : word('The browser keeps the folder {name} closed. Try again and allow it, or download the agent instead.', {
          name: handle.name,
        }),
    cause === undefined ? {} : { cause },
  )
}

function toFileError(fault: unknown, handle: FileSystemFileHandle): unknown {
  if (!(fault instanceof DOMException)) return fault
  if (fault.name === 'NotAllowedError' || fault.name === 'NoModificationAllowedError') return deniedError(handle, fault)
  if (fault.name !== 'NotFoundError') return fault
  return new AgentError(
    'file.gone',
    word(
      '{name} is not there any more: it was moved, renamed or deleted. What you have here is in the library; export it to save it to another file.',
      { name: handle.name },
    ),
    { cause: fault },
  )
}
