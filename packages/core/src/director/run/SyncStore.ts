import type { AsyncLocalStorageInterface } from '@langchain/core/singletons'

/**
 * Stands in for AsyncLocalStorage in browsers: the value is there while a callback runs, not after its first `await`.
 * Enough for code that reads it at once.
 */
export class SyncStore implements AsyncLocalStorageInterface {
  // The interface of the engine is untyped here.
  #value: ReturnType<AsyncLocalStorageInterface['getStore']>

  getStore(): ReturnType<AsyncLocalStorageInterface['getStore']> {
    return this.#value
  }

  run<Result>(value: unknown, callback: () => Result): Result {
    const previous: unknown = this.#value
    this.#value = value
    try {
      return callback()
    } finally {
      this.#value = previous
    }
  }

  enterWith(value: unknown): void {
    this.#value = value
  }
}
