/**
 * Hands values from a producer that never waits to one consumer that may be slow. Nothing is lost in between, also
 * when the producer ends early.
 */
export class EventQueue<Value> {
  #values: Value[] = []
  #closed = false
  #wake: (() => void) | undefined

  push(value: Value): void {
    this.#values.push(value)
    this.#wake?.()
  }

  close(): void {
    this.#closed = true
    this.#wake?.()
  }

  async *read(): AsyncGenerator<Value, void, void> {
    while (true) {
      const batch = this.#values
      this.#values = []
      yield* batch
      if (this.#values.length > 0) continue
      if (this.#closed) return
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }
}
