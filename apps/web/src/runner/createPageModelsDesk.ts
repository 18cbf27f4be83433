import { msg } from '@petal/ui/language'
import { openOnce } from '../page-models/openOnce.ts'
import type { PageEngine } from '../page-models/PageEngine.ts'
import type { PageEngineDesk } from '../page-models/PageEngineDesk.ts'
import type { FromPageEngine, ToPageEngine } from '../page-models/PageEngineMessage.ts'
import { toProblem } from '../problems/toProblem.ts'

const lost = msg('The models in this browser could not be loaded; check your connection and try again')

/**
 * The desk of the page's models, which is fetched with the first question to one. Where it cannot be, the question is
 * answered with that: nobody may wait for ever.
 */
export function createPageModelsDesk(pageModels: () => Promise<PageEngine>, tell: (message: FromPageEngine) => void) {
  let desk: PageEngineDesk | undefined
  let closed = false
  const open = openOnce(async () => {
    const [engine, { PageEngineDesk }] = await Promise.all([pageModels(), import('../page-models/PageEngineDesk.ts')])
    return new PageEngineDesk(engine, tell)
  })
  return {
    async receive(message: ToPageEngine): Promise<void> {
      try {
        desk = await open()
      } catch (fault) {
        const problem = toProblem(fault, lost, 'provider.server')
        return tell({ type: 'fault', ticket: message.ticket, problem, retryable: true })
      }
      if (!closed) await desk.receive(message)
    },
    /** Ends what is still being answered. */
    close(): void {
      closed = true
      desk?.close()
    },
  }
}
