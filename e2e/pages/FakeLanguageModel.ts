import type { Page } from '@playwright/test'

type Availability = 'unavailable' | 'downloadable' | 'available'

/** What was asked of the browser's model, and how it ended. */
export interface BuiltInPrompt {
  readonly messages: readonly { readonly role: string; readonly content: string }[]
  readonly end?: 'answered' | 'aborted'
}

/** What the page keeps of the fake. */
interface FakeState {
  availability: Availability
  downloads: number
  prompts: BuiltInPrompt[]
  pass?: (() => void) | undefined
}

declare global {
  interface Window {
    fakeLanguageModel: FakeState
  }
}

/**
 * A browser's own model with the documented interface of the Prompt API: `availability`, `create` with a monitor, and
 * `promptStreaming` with a signal. It says its words one by one, and waits before the last one until it is let go on; a
 * download waits in its middle.
 */
export class FakeLanguageModel {
  readonly #page: Page

  private constructor(page: Page) {
    this.#page = page
  }

  /** Puts it into every page from now on. */
  static async install(page: Page, availability: Availability, words: readonly string[]): Promise<FakeLanguageModel> {
    await page.addInitScript(installInPage, { availability, words })
    return new FakeLanguageModel(page)
  }

  /** Takes the browser's own away: most browsers have none. */
  static async remove(page: Page): Promise<void> {
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'LanguageModel')
    })
  }

  /** Lets what waits go on. */
  async goOn(): Promise<void> {
    await this.#page.waitForFunction(() => window.fakeLanguageModel.pass !== undefined)
    await this.#page.evaluate(() => window.fakeLanguageModel.pass?.())
  }

  prompts(): Promise<readonly BuiltInPrompt[]> {
    return this.#page.evaluate(() => window.fakeLanguageModel.prompts)
  }

  downloads(): Promise<number> {
    return this.#page.evaluate(() => window.fakeLanguageModel.downloads)
  }
}

// Runs in the page: it may use nothing from outside of itself.
function installInPage({ availability, words }: { availability: Availability; words: readonly string[] }): void {
  const state: FakeState = { availability, downloads: 0, prompts: [] }
  window.fakeLanguageModel = state
  const wait = (signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      state.pass = () => {
        state.pass = undefined
        resolve()
      }
      signal?.addEventListener('abort', () => {
        state.pass = undefined
        reject(signal.reason)
      })
    })
  const create = async ({ initialPrompts = [], monitor, signal }: Record<string, never> & CreateOptions) => {
    if (state.availability === 'unavailable') throw new DOMException('No model', 'NotSupportedError')
    if (state.availability === 'downloadable') {
      state.downloads += 1
      const target = new EventTarget()
      monitor?.(target)
      target.dispatchEvent(new ProgressEvent('downloadprogress', { loaded: 0.4, total: 1 }))
      await wait(signal)
      state.availability = 'available'
    }
    return {
      destroy: () => undefined,
      promptStreaming(input: BuiltInPrompt['messages'], options: { signal?: AbortSignal }) {
        const at = state.prompts.push({ messages: [...initialPrompts, ...input] }) - 1
        const end = (how: 'answered' | 'aborted') => {
          state.prompts[at] = { messages: state.prompts[at]?.messages ?? [], end: how }
        }
        return new ReadableStream<string>({
          async start(controller) {
            for (const word of words.slice(0, -1)) controller.enqueue(word)
            try {
              await wait(options.signal)
              controller.enqueue(words.at(-1) ?? '')
              controller.close()
              end('answered')
            } catch (reason) {
              controller.error(reason)
              end('aborted')
            }
          },
        })
      },
    }
  }
  interface CreateOptions {
    initialPrompts?: BuiltInPrompt['messages']
    monitor?(target: EventTarget): void
    signal?: AbortSignal
  }
  Object.defineProperty(window, 'LanguageModel', {
    configurable: true,
    value: { availability: async () => state.availability, create },
  })
}
