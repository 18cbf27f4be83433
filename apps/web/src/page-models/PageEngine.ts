import type { PageModels } from '@petal/core/model'

/** How a download is followed and ended. */
export interface DownloadListener {
  readonly signal: AbortSignal
  /** `fraction` of the whole, from 0 to 1. */
  onProgress(fraction: number): void
}

/**
 * What runs models in this page: the browser itself, WebLLM, Transformers.js, or the line to a worker that has them. A
 * model is named as the settings name it. Only `download` fetches a model: a question to one that is not here rejects.
 * What WebLLM lacks beside the weights (its program, its tokenizer), it may still fetch before it answers.
 */
export interface PageEngine extends PageModels {
  /** Brings a model to this device and makes it ready. Rejects with the signal's reason when it is ended. */
  download(model: string, listen: DownloadListener): Promise<void>
  /** Takes a model off this device. Rejects with an `AgentError` where only the browser can. */
  remove(model: string): Promise<void>
}
