import { trustedWorkerUrl } from '../runner/trustedWorkerUrl.ts'
import type { PageEngine } from './PageEngine.ts'
import { PageEngineLink } from './PageEngineLink.ts'
import type { FromPageEngine } from './PageEngineMessage.ts'
import workerUrl from './pageModels.worker.ts?worker&url'

/** The engines that work on a thread of their own, so that the page stays usable while a model thinks. */
export function createWorkerEngine(): PageEngine {
  const worker = new Worker(trustedWorkerUrl(workerUrl), { type: 'module', name: 'petal-page-models' })
  const link = new PageEngineLink((message) => worker.postMessage(message))
  worker.addEventListener('message', (event: MessageEvent<FromPageEngine>) => link.receive(event.data))
  const fail = (text: string): void =>
    link.fail({ code: 'provider.server', severity: 'error', message: `The models in this browser stopped: ${text}.` })
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    fail(event.message || 'their program could not be loaded')
  })
  worker.addEventListener('messageerror', () => fail('they sent something that cannot be read'))
  return link
}
