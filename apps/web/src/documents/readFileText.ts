import { word } from '@petal/core/language'
import { AgentError, type Problem, problemWording } from '@petal/core/model'
import { spokenLanguage } from '@petal/ui/language'
import { wordNumber } from '../language/wordNumber.ts'
import { trustedWorkerUrl } from '../runner/trustedWorkerUrl.ts'
import { acceptedFiles, fileKind } from './fileKind.ts'
import type { ParseMessage, ParseOrder } from './ParseMessage.ts'
import parserUrl from './parse.worker.ts?worker&url'

/** Larger files are not even read into memory, in bytes. */
const MOST_BYTES = 25_000_000
/** A file of which nothing was heard for so long is given up, in milliseconds. */
const PATIENCE_MS = 60_000

export interface ReadFileOptions {
  readonly signal?: AbortSignal
  /** Told how many pages of all are read. */
  onProgress?(done: number, total: number): void
}

/**
 * The text of a file the person chose, read in a worker of its own that is ended afterwards.
 *
 * @throws AgentError `import.…`, or `run.stopped` when the signal aborts
 */
export async function readFileText(file: File, options: ReadFileOptions = {}): Promise<string> {
  const kind = fileKind(file.name)
  if (kind === undefined) {
    const known = acceptedFiles.replaceAll(',', ', ')
    throw new AgentError(
      'import.unsupported',
      word('"{name}" is of a kind that cannot be read here. Known are {known}.', { name: file.name, known }),
    )
  }
  if (file.size > MOST_BYTES) {
    const size = wordNumber(file.size / 1_000_000, 1)
    const detail = { detail: { value: file.size, limit: MOST_BYTES } }
    throw new AgentError(
      'import.tooLarge',
      word('"{name}" is {size} MB; the limit is 25 MB. Split the file.', { name: file.name, size }),
      {
        detail,
      },
    )
  }
  return parse({ kind, name: file.name, bytes: await readBytes(file), language: spokenLanguage() }, options)
}

async function readBytes(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (cause) {
    throw new AgentError(
      'import.encoding',
      word('"{name}" cannot be read. Was it moved or deleted?', { name: file.name }),
      { cause },
    )
  }
}

function parse(order: ParseOrder, { signal, onProgress }: ReadFileOptions): Promise<string> {
  const worker = new Worker(trustedWorkerUrl(parserUrl), { type: 'module', name: 'petal-parser' })
  let patience: ReturnType<typeof setTimeout> | undefined
  const parsing = new Promise<string>((resolve, reject) => {
    const wait = () => {
      clearTimeout(patience)
      const message = word('"{name}" takes too long to read. Split the file, or save it in another form.', {
        name: order.name,
      })
      patience = setTimeout(() => reject(new AgentError('import.tooSlow', message)), PATIENCE_MS)
    }
    const stop = () => reject(new AgentError('run.stopped', word('Stopped.')))
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop, { once: true })
    worker.addEventListener('message', ({ data }: MessageEvent<ParseMessage>) => {
      if (data.petal === 'text') resolve(data.text)
      if (data.petal === 'problem') reject(toError(data.problem))
      if (data.petal !== 'progress') return
      wait()
      onProgress?.(data.done, data.total)
    })
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      reject(
        new AgentError(
          'import.damaged',
          word('"{name}" cannot be read: {reason}.', {
            name: order.name,
            reason: event.message || word('its reader could not be loaded'),
          }),
        ),
      )
    })
    wait()
    worker.postMessage(order, [order.bytes.buffer])
  })
  return parsing.finally(() => {
    clearTimeout(patience)
    worker.terminate()
  })
}

function toError(problem: Problem): AgentError {
  const { code, cause } = problem
  return new AgentError(code, problemWording(problem), cause === undefined ? {} : { detail: cause })
}
