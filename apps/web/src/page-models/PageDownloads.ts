import { createStore } from 'zustand/vanilla'
import type { PageEngine } from './PageEngine.ts'

/** Downloads under way: they go on while nobody looks, and are seen wherever their model is shown. */
export class PageDownloads {
  /** How far each is, from 0 to 1, by model. */
  readonly progress = createStore<Readonly<Record<string, number>>>(() => ({}))
  readonly #engine: PageEngine
  readonly #open = new Map<string, { readonly controller: AbortController; readonly done: Promise<void> }>()

  constructor(engine: PageEngine) {
    this.#engine = engine
  }

  /** Brings a model to this device; joins the download that is under way. Rejects when it fails or is cancelled. */
  start(model: string): Promise<void> {
    const known = this.#open.get(model)
    if (known !== undefined) return known.done
    const controller = new AbortController()
    const onProgress = (fraction: number): void => this.progress.setState({ [model]: fraction })
    onProgress(0)
    const done = this.#engine.download(model, { signal: controller.signal, onProgress }).finally(() => {
      this.#open.delete(model)
      const { [model]: _ended, ...others } = this.progress.getState()
      this.progress.setState(others, true)
    })
    this.#open.set(model, { controller, done })
    return done
  }

  cancel(model: string): void {
    this.#open.get(model)?.controller.abort()
  }
}
