import type { EdgeConfig } from '@petal/core/model'
import { type ConnectionCheck, checkConnection } from '../checkConnection.ts'
import { edgeId } from '../edgeId.ts'
import { connectStep, disconnectEdges, rewireEdge } from '../operations/connectStep.ts'
import { selectAgent } from '../selectors.ts'
import type { EditorTools } from './EditorTools.ts'

/** What a person does with edges. */
export function edgeActions({ store, facts, history, session }: EditorTools) {
  const check = (edge: EdgeConfig): ConnectionCheck => checkConnection(selectAgent(store.getState()), facts, edge)
  return {
    /** Whether this edge may be drawn, and if not, why. */
    checkConnection: check,
    /** Draws an edge, or says why it cannot be drawn. */
    connect: (edge: EdgeConfig): ConnectionCheck => {
      const verdict = check(edge)
      if (verdict.ok) history.edit('Connect steps', (agent) => connectStep(agent, edge), 'record')
      session.announce(verdict.ok ? `Connected ${edge.from} to ${edge.to}` : verdict.reason)
      return verdict
    },
    disconnect: (edgeIds: readonly string[]): void => {
      history.edit('Remove connection', (agent) => disconnectEdges(agent, edgeIds), 'record')
      session.announce('Connection removed')
    },
    /** Moves an end of an edge. */
    rewire: (id: string, next: EdgeConfig): ConnectionCheck => {
      if (id === edgeId(next)) return { ok: true }
      const verdict = check(next)
      if (verdict.ok) history.edit('Rewire connection', (agent) => rewireEdge(agent, id, next), 'record')
      session.announce(verdict.ok ? `Connected ${next.from} to ${next.to}` : verdict.reason)
      return verdict
    },
  }
}
