import { AgentError } from '@petal/core/model'
import { msg } from '@petal/ui/language'
import { toProblem } from '../problems/toProblem.ts'
import type { PageEngine } from './PageEngine.ts'
import type { FromPageEngine, PageEngineCall, PageEngineResult, ToPageEngine } from './PageEngineMessage.ts'

/** Answers the calls of another thread with an engine of this one. */
export class PageEngineDesk {
  readonly #engine: PageEngine
  readonly #tell: (message: FromPageEngine) => void
  readonly #open = new Map<number, AbortController>()

  constructor(engine: PageEngine, tell: (message: FromPageEngine) => void) {
    this.#engine = engine
    this.#tell = tell
  }

  async receive(message: ToPageEngine): Promise<void> {
    const { ticket } = message
    if (message.type === 'stop') return this.#open.get(ticket)?.abort()
    const controller = new AbortController()
    this.#open.set(ticket, controller)
    try {
      const result = await this.#answer(message.call, ticket, controller.signal)
      this.#tell({ type: 'result', ticket, result })
    } catch (fault) {
      this.#tell({
        type: 'fault',
        ticket,
        problem: toProblem(fault, msg('The model in this browser had an error'), 'provider.server'),
        // What an engine throws of its own may be a matter of the moment.
        retryable: !AgentError.isInstance(fault) || fault.retryable,
      })
    }
    this.#open.delete(ticket)
  }

  /** Ends what is still being answered: nobody waits for it any more. */
  close(): void {
    for (const controller of this.#open.values()) controller.abort()
  }

  async #answer(call: PageEngineCall, ticket: number, signal: AbortSignal): Promise<PageEngineResult> {
    switch (call.method) {
      case 'check':
        return { state: await this.#engine.check(call.model) }
      case 'download': {
        const onProgress = (fraction: number): void => this.#tell({ type: 'progress', ticket, fraction })
        await this.#engine.download(call.model, { signal, onProgress })
        return {}
      }
      case 'remove':
        await this.#engine.remove(call.model)
        return {}
      case 'chat': {
        const onDelta = (text: string): void => this.#tell({ type: 'delta', ticket, text })
        return { answer: await this.#engine.chat(call.question, { signal, onDelta }) }
      }
      default:
        return call satisfies never
    }
  }
}
