import type { FromEngine, ToEngine } from './EngineMessage.ts'

/** The engine as the page sees it: something that can be told, heard and ended. */
export interface EngineWorker {
  tell(message: ToEngine): void
  terminate(): void
}

export interface EngineListener {
  onMessage(message: FromEngine): void
  /** The engine is lost; `text` says why, as far as the browser tells. */
  onCrash(text: string): void
}
