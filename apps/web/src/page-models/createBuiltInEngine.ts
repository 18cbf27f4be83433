import { word } from '@petal/core/language'
import { AgentError, type PageModelState } from '@petal/core/model'
import { createNotLoadedFault } from './createNotLoadedFault.ts'
import type { PageEngine } from './PageEngine.ts'
import { unavailable } from './unavailable.ts'

/** The language it is said to answer in: browsers want to be told one. */
const languages = {
  expectedInputs: [{ type: 'text', languages: ['en'] }],
  expectedOutputs: [{ type: 'text', languages: ['en'] }],
} as const

interface PromptMessage {
  readonly role: string
  readonly content: string
}

/** The part of the Prompt API that is used here. */
export interface BuiltInModel {
  availability(options: typeof languages): Promise<'unavailable' | 'downloadable' | 'downloading' | 'available'>
  create(
    options: typeof languages & {
      readonly initialPrompts?: readonly PromptMessage[]
      readonly signal?: AbortSignal
      monitor?(monitor: EventTarget): void
    },
  ): Promise<BuiltInSession>
}

interface BuiltInSession {
  promptStreaming(
    input: readonly PromptMessage[],
    options: { readonly signal: AbortSignal; readonly responseConstraint?: object },
  ): ReadableStream<string>
  destroy(): void
}

/** The browser's own model, by the Prompt API. It is there for pages only, not for workers. */
export function createBuiltInEngine(scope: { readonly LanguageModel?: BuiltInModel | undefined }): PageEngine {
  const need = (): BuiltInModel => {
    if (scope.LanguageModel === undefined) throw new AgentError('provider.unsupported', missing())
    return scope.LanguageModel
  }
  return {
    async check() {
      if (scope.LanguageModel === undefined) return unavailable(missing())
      return states[await scope.LanguageModel.availability(languages)] ?? notHere()
    },
    async download(_model, { signal, onProgress }) {
      const session = await need().create({
        ...languages,
        signal,
        monitor: (monitor) =>
          monitor.addEventListener('downloadprogress', (event) => {
            if ('loaded' in event && typeof event.loaded === 'number') onProgress(event.loaded)
          }),
      })
      session.destroy()
    },
    async remove() {
      throw new AgentError(
        'provider.unsupported',
        word('The browser’s own model is removed in the settings of the browser.'),
      )
    },
    async chat({ messages, schema, model }, { signal, onDelta }) {
      let session: BuiltInSession | undefined
      let text = ''
      // Making a session would download it, and the browser may have dropped it since it was looked for.
      const state = states[await need().availability(languages)]
      if (state?.kind === 'download') throw createNotLoadedFault(model)
      try {
        session = await need().create({ ...languages, signal, initialPrompts: messages.slice(0, -1) })
        const constraint = schema === undefined ? {} : { responseConstraint: schema }
        for await (const piece of session.promptStreaming(messages.slice(-1), { signal, ...constraint })) {
          text += piece
          onDelta(piece)
        }
        return { text, end: 'stop' }
      } catch (fault) {
        throw toFault(fault, model)
      } finally {
        session?.destroy()
      }
    },
  }
}

const missing = () => word('This browser has no built-in model.')
const notHere = () =>
  unavailable(
    word(
      'This browser knows a built-in model, but cannot run it on this device: it may lack memory, disk space or a graphics card, or the model is turned off.',
    ),
  )

const states: Readonly<Record<string, PageModelState>> = {
  available: { kind: 'ready' },
  downloadable: { kind: 'download' },
  downloading: { kind: 'download' },
}

/** Errors of the Prompt API are told apart by their names. */
function toFault(fault: unknown, model: string): unknown {
  const name = fault instanceof Error ? fault.name : ''
  if (name === 'QuotaExceededError') {
    return new AgentError(
      'provider.contextLimit',
      word(
        'The messages are longer than the browser’s own model can take. Shorten them, or let the memory keep fewer.',
      ),
      { detail: { model } },
    )
  }
  if (name === 'NotSupportedError') {
    const words = fault instanceof Error ? fault.message : ''
    return new AgentError(
      'provider.unsupported',
      word('The browser’s own model cannot do what was asked. It says: {words}', { words }),
    )
  }
  return fault
}
