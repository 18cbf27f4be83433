import { spokenLanguage, t } from '@petal/ui/language'
import { trustedWorkerUrl } from '../runner/trustedWorkerUrl.ts'
import type { PageEngine } from './PageEngine.ts'
import { PageEngineLink } from './PageEngineLink.ts'
import type { FromPageEngine, ToPageEngine, ToPageEngineWorker } from './PageEngineMessage.ts'
import workerUrl from './pageModels.worker.ts?worker&url'

/**
 * The engines that work on a thread of their own, so that the page stays usable while a model thinks. One that crashed
 * is made again with the next question.
 */
export function createWorkerEngine(): PageEngine {
  let worker: Worker | undefined
  const tell = (message: ToPageEngine): void => {
    worker ??= open()
    worker.postMessage(message)
  }
  const link = new PageEngineLink(tell)
  const fail = (text: string): void => {
    worker?.terminate()
    worker = undefined
    link.fail({
      code: 'provider.server',
      severity: 'error',
      message: t('The models in this browser stopped: {text}.', { text }),
    })
  }
  const open = (): Worker => {
    const made = new Worker(trustedWorkerUrl(workerUrl), { type: 'module', name: 'petal-page-models' })
    made.addEventListener('message', (event: MessageEvent<FromPageEngine>) => link.receive(event.data))
    made.addEventListener('error', (event) => {
      event.preventDefault()
      fail(event.message || t('their program could not be loaded'))
    })
    made.addEventListener('messageerror', () => fail(t('they sent something that cannot be read')))
    const language = spokenLanguage()
    if (language !== 'en') made.postMessage({ type: 'language', language } satisfies ToPageEngineWorker)
    return made
  }
  return link
}
