import { AgentError } from '../errors/AgentError.ts'
import type { JsonObject } from '../json/Json.ts'
import { word } from '../language/word.ts'
import { classifyProviderFault } from './classifyProviderFault.ts'
import { createModelFault, type ModelFaultContext } from './createModelFault.ts'
import { createEventReader, createWholeReader, type StreamEvent, type StreamProtocol } from './readEvents.ts'
import type { ProviderWords } from './readProviderWords.ts'
import type { SilenceWatch } from './watchSilence.ts'

/** How the events of one answer are watched. */
export interface StreamGuard {
  readonly context: ModelFaultContext
  readonly signal: AbortSignal
  readonly protocol: StreamProtocol
  /** Told each event before the client sees it. Gives the provider's words when the event reports an error. */
  readEvent(event: JsonObject): ProviderWords | undefined
  /** Told that the closing `[DONE]` came. */
  onDone(): void
  /** Whether an event has said that the answer is whole. A body may end cleanly in the middle of an answer. */
  isComplete(): boolean
  /** An event that the client gets before the answer's own. */
  readonly prelude?: JsonObject
  /** Turns an answer that came in one piece into the events it would have been streamed as. */
  fromWhole?(answer: JsonObject): readonly JsonObject[]
  /** Told the fault before it is thrown: clients wrap what they catch, or lose it. */
  onFault(fault: AgentError): void
}

/**
 * The body of an answer, event by event: clients never see half an event, one that is no JSON, or one that reports an
 * error. After `[DONE]` the body ends, even if the server keeps the connection.
 */
export function guardBody(response: Response, guard: StreamGuard, silence: SilenceWatch): ReadableStream<Uint8Array> {
  const source = (response.body ?? new Blob([]).stream()).getReader()
  const whole = guard.protocol === 'sse' && /application\/json/.test(response.headers.get('content-type') ?? '')
  const events = whole ? createWholeReader(guard.fromWhole ?? (() => [])) : createEventReader(guard.protocol)
  const decoder = new TextDecoder()
  const encoder = new TextEncoder()
  const leave = (): void => {
    silence.rest(false)
    silence.signal.removeEventListener('abort', leave)
    void source.cancel().catch(() => undefined)
  }

  // A body need not know of the signal: leaving it ends a read that is waiting.
  silence.signal.addEventListener('abort', leave)
  let fault: AgentError | undefined

  /** Passes on the events of the next piece. Gives true at the end of the answer. */
  const forward = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<boolean> => {
    const piece = await readPiece(source, guard, silence)
    const cut = events.push(decoder.decode(piece, { stream: piece !== undefined }))
    for (const event of piece === undefined ? [...cut, ...events.flush()] : cut) {
      fault = findFault(event, guard)
      if (fault !== undefined) return false
      controller.enqueue(encoder.encode(event.text))
      if (event.done) return true
    }
    if (piece === undefined && !guard.isComplete()) fault = createModelFault('provider.incomplete', guard.context)
    return piece === undefined && fault === undefined
  }

  return new ReadableStream({
    start(controller) {
      if (guard.prelude !== undefined) controller.enqueue(encoder.encode(`data: ${JSON.stringify(guard.prelude)}\n\n`))
    },
    async pull(controller) {
      try {
        const before = controller.desiredSize
        let ended = false
        // A piece may hold no whole event: a pull must pass on something, or end.
        while (!ended && fault === undefined && controller.desiredSize === before) ended = await forward(controller)
        // A fault waits for the next pull, because it would take with it what has not been read yet.
        if (fault !== undefined && controller.desiredSize === before) throw fault
        if (!ended) return
        leave()
        controller.close()
      } catch (error) {
        leave()
        if (AgentError.isInstance(error)) guard.onFault(error)
        controller.error(error)
      }
    },
    cancel: leave,
  })
}

async function readPiece(
  source: ReadableStreamDefaultReader<Uint8Array>,
  guard: StreamGuard,
  silence: SilenceWatch,
): Promise<Uint8Array | undefined> {
  silence.listen(guard.isComplete())
  const read = await source.read().catch(() => undefined)
  silence.rest(true)
  if (read !== undefined && !silence.signal.aborted) return read.value
  guard.signal.throwIfAborted()
  // Once the answer is whole it does not matter how the connection ends.
  if (guard.isComplete()) return undefined
  throw (
    silence.fault() ??
    createModelFault('provider.incomplete', guard.context, { hint: word('The connection was lost.') })
  )
}

function findFault(event: StreamEvent, guard: StreamGuard): AgentError | undefined {
  if (event.malformed) return createModelFault('provider.badStream', guard.context)
  if (event.done) guard.onDone()
  const words = event.data === undefined ? undefined : guard.readEvent(event.data)
  if (words === undefined) return undefined
  return createModelFault(classifyProviderFault(200, words), guard.context, {
    text: words.text,
    ...(words.code === undefined ? {} : { providerCode: words.code }),
  })
}
