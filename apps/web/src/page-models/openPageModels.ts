import { type BuiltInModel, createBuiltInEngine } from './createBuiltInEngine.ts'
import { createPageModels } from './createPageModels.ts'
import { createWorkerEngine } from './createWorkerEngine.ts'
import { PageDownloads } from './PageDownloads.ts'
import type { PageEngine } from './PageEngine.ts'

declare global {
  /** The Prompt API. Only some browsers have it, and TypeScript does not know it yet. */
  var LanguageModel: BuiltInModel | undefined
}

/** The models of this page, and their downloads. */
export interface OpenPageModels {
  readonly engine: PageEngine
  readonly downloads: PageDownloads
}

/** Opens the models of this page. Nothing is loaded or asked before a model is. */
export function openPageModels(): OpenPageModels {
  let made: PageEngine | undefined
  const worker = (): PageEngine => {
    made ??= createWorkerEngine()
    return made
  }
  const engine = createPageModels({
    'built-in': () => createBuiltInEngine(globalThis),
    webllm: worker,
    transformers: worker,
  })
  return { engine, downloads: new PageDownloads(engine) }
}
