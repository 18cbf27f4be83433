import { word } from '@petal/core/language'
import {
  AgentError,
  type PageAnswer,
  type PageModelState,
  type PageQuestion,
  type Problem,
  problemWording,
} from '@petal/core/model'
import type { DownloadListener, PageEngine } from './PageEngine.ts'
import type { FromPageEngine, PageEngineCall, PageEngineResult, ToPageEngine } from './PageEngineMessage.ts'
import { unavailable } from './unavailable.ts'

interface OpenCall {
  onDelta?(text: string): void
  onProgress?(fraction: number): void
  end(result: PageEngineResult): void
  fail(reason: unknown): void
}

type Listener = Pick<OpenCall, 'onDelta' | 'onProgress'> & { readonly signal?: AbortSignal }

/** An engine on another thread, as this one sees it. */
export class PageEngineLink implements PageEngine {
  readonly #tell: (message: ToPageEngine) => void
  readonly #open = new Map<number, OpenCall>()
  #lastTicket = 0

  /** @param tell reaches the other thread, whose answers go to `receive`. */
  constructor(tell: (message: ToPageEngine) => void) {
    this.#tell = tell
  }

  async check(model: string): Promise<PageModelState> {
    const { state } = await this.#call({ method: 'check', model }, {})
    return state ?? unavailable(word('It gave no answer.'))
  }

  async download(model: string, listen: DownloadListener): Promise<void> {
    await this.#call({ method: 'download', model }, listen)
  }

  async remove(model: string): Promise<void> {
    await this.#call({ method: 'remove', model }, {})
  }

  async chat(question: PageQuestion, listen: Parameters<PageEngine['chat']>[1]): Promise<PageAnswer> {
    const { answer } = await this.#call({ method: 'chat', question }, listen)
    return answer ?? { text: '', end: 'stop' }
  }

  receive(message: FromPageEngine): void {
    const call = this.#open.get(message.ticket)
    if (message.type === 'delta') call?.onDelta?.(message.text)
    else if (message.type === 'progress') call?.onProgress?.(message.fraction)
    else if (message.type === 'result') call?.end(message.result)
    else call?.fail(toError(message.problem, message.retryable))
  }

  /** Ends every call: the other thread is lost. */
  fail(problem: Problem): void {
    for (const call of [...this.#open.values()]) call.fail(toError(problem, true))
  }

  #call(call: PageEngineCall, { signal, ...listen }: Listener): Promise<PageEngineResult> {
    const ticket = ++this.#lastTicket
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(signal.reason)
      const stop = (): void => {
        this.#tell({ type: 'stop', ticket })
        fail(signal?.reason)
      }
      const close = (): void => {
        signal?.removeEventListener('abort', stop)
        this.#open.delete(ticket)
      }
      const fail = (reason: unknown): void => {
        close()
        reject(reason)
      }
      const end = (result: PageEngineResult): void => {
        close()
        resolve(result)
      }
      signal?.addEventListener('abort', stop)
      this.#open.set(ticket, { ...listen, end, fail })
      this.#tell({ type: 'call', ticket, call })
    })
  }
}

function toError(problem: Problem, retryable: boolean): AgentError {
  const { code, cause } = problem
  return new AgentError(code, problemWording(problem), { retryable, ...(cause === undefined ? {} : { detail: cause }) })
}
