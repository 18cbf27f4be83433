import type { Closable } from '../../tools/ToolDefinition.ts'

/** What is opened once in a run, by whoever needs it first, and closed when the run ends or pauses. */
export class RunResources {
  readonly #open = new Map<string, Promise<Closable>>()

  /** The open thing of this key. One that could not be opened is tried again by the next who asks. */
  async share<Shared extends Closable>(key: string, open: () => Promise<Shared>): Promise<Shared> {
    const opening = this.#open.get(key) ?? open()
    this.#open.set(key, opening)
    try {
      // One key always names one kind of thing.
      return (await opening) as Shared
    } catch (error) {
      if (this.#open.get(key) === opening) this.#open.delete(key)
      throw error
    }
  }

  /** Closes everything; what cannot be closed is let go. */
  async close(): Promise<void> {
    const all = [...this.#open.values()]
    this.#open.clear()
    await Promise.allSettled(all.map(async (opening) => (await opening).close()))
  }
}
