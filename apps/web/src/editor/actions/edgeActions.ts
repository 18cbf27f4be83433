import type { EdgeConfig } from '@petal/core/model'
import { msg, t } from '@petal/ui/language'
import { type ConnectionCheck, checkConnection } from '../checkConnection.ts'
import { edgeId } from '../edgeId.ts'
import { connectStep, disconnectEdges, rewireEdge } from '../operations/connectStep.ts'
import { setLoopLimit } from '../operations/setLoopLimit.ts'
import { selectAgent } from '../selectors.ts'
import type { EditorTools } from './EditorTools.ts'

/** What a person does with edges. */
export function edgeActions({ store, facts, history, session }: EditorTools) {
  const check = (edge: EdgeConfig): ConnectionCheck => checkConnection(selectAgent(store.getState()), facts, edge)
  const nameOf = (id: string): string => {
    if (id === 'START' || id === 'END') return id === 'START' ? t('Start') : t('End')
    const step = selectAgent(store.getState()).steps.find((one) => one.id === id)
    return step === undefined ? id : (step.nodeName ?? facts.of(step).typeTitle)
  }
  const draw = (edge: EdgeConfig, change: () => boolean): ConnectionCheck => {
    const verdict = check(edge)
    if (!verdict.ok) {
      session.announce(verdict.reason)
      return verdict
    }
    if (!change()) return { ok: false, reason: store.getState().session.announcement.text }
    session.announce(t('Connected {from} to {to}', { from: nameOf(edge.from), to: nameOf(edge.to) }))
    return verdict
  }
  return {
    /** Whether this edge may be drawn, and if not, why. */
    checkConnection: check,
    /** Draws an edge, or says why it cannot be drawn. */
    connect: (edge: EdgeConfig): ConnectionCheck =>
      draw(edge, () => history.edit(msg('Connect steps'), (agent) => connectStep(agent, facts, edge), 'record')),
    disconnect: (edgeIds: readonly string[]): void => {
      const changed = history.edit(
        msg('Remove connection'),
        (agent) => disconnectEdges(agent, facts, edgeIds),
        'record',
      )
      if (changed) session.announce(t('Connection removed'))
    },
    /** Limits the turns of a loop. Changes of one `gesture` (a burst of typing) make one entry. */
    setLoopLimit: (id: string, change: Parameters<typeof setLoopLimit>[2], gesture?: string): boolean =>
      history.edit(
        msg('Limit the loop'),
        (agent) => setLoopLimit(agent, id, change),
        gesture === undefined ? 'record' : { merge: gesture },
      ),
    /** Moves an end of an edge. */
    rewire: (id: string, next: EdgeConfig): ConnectionCheck =>
      id === edgeId(next)
        ? { ok: true }
        : draw(next, () =>
            history.edit(msg('Rewire connection'), (agent) => rewireEdge(agent, facts, id, next), 'record'),
          ),
  }
}
