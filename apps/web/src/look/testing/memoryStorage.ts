import type { SmallStorage } from '../deviceStorage.ts'

/** A storage for tests that keeps one text, whatever its name. */
export function memoryStorage(text: string | null = null): SmallStorage & { kept(): string | null } {
  let kept = text
  return {
    getItem: () => kept,
    setItem: (_, value) => {
      kept = value
    },
    kept: () => kept,
  }
}
