import { speakAs } from '../language/speakAs.ts'
import { createPageModels } from './createPageModels.ts'
import { createTransformersEngine } from './createTransformersEngine.ts'
import { createWebLLMEngine, type Gpu } from './createWebLLMEngine.ts'
import { PageEngineDesk } from './PageEngineDesk.ts'
import type { ToPageEngineWorker } from './PageEngineMessage.ts'

declare global {
  interface WorkerNavigator {
    /** WebGPU. Only some browsers have it. */
    readonly gpu?: Gpu
  }
}

// The libraries are large: each is fetched when a model of its own is first asked about.
const engine = createPageModels({
  webllm: () => createWebLLMEngine(async () => (await import('./loadWebLLM.ts')).loadWebLLM(), self.navigator.gpu),
  transformers: () => createTransformersEngine(async () => (await import('./loadTransformers.ts')).loadTransformers()),
})
const desk = new PageEngineDesk(engine, (message) => self.postMessage(message))
let spoken: Promise<void> | undefined
self.addEventListener('message', async ({ data }: MessageEvent<ToPageEngineWorker>) => {
  if (data.type === 'language') {
    spoken = speakAs(data.language)
    return
  }
  // What goes wrong is told in the language of the page.
  if (spoken !== undefined) await spoken
  await desk.receive(data)
})
