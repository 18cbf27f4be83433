import { deleteModelAllInfoInCache, hasModelInCache, MLCEngine, prebuiltAppConfig } from '@mlc-ai/web-llm'
import type { WebLLMLibrary } from './createWebLLMEngine.ts'

/** WebLLM, with the models it is made for. */
export function loadWebLLM(): WebLLMLibrary {
  return { deleteModelAllInfoInCache, hasModelInCache, MLCEngine, prebuiltAppConfig }
}
