import type { AgentConfig, EdgeConfig } from '@petal/core/model'
import type { StepFactsSource } from './createStepFacts.ts'
import { edgeId } from './edgeId.ts'
import { edgesOfAgent, indexSteps } from './selectors.ts'

/** Whether an edge may be drawn, or the one-line reason why not. */
export type ConnectionCheck = { readonly ok: true } | { readonly ok: false; readonly reason: string }

/** Judges an edge before it exists. Leading back to an earlier step is fine: that is a loop. */
export function checkConnection(agent: AgentConfig, facts: StepFactsSource, edge: EdgeConfig): ConnectionCheck {
  const reason = refusal(agent, facts, edge)
  return reason === undefined ? { ok: true } : { ok: false, reason }
}

function refusal(agent: AgentConfig, facts: StepFactsSource, edge: EdgeConfig): string | undefined {
  if (edge.to === 'START') return 'Nothing can lead into the start.'
  if (edge.from === 'END') return 'Nothing can follow the end.'
  if (edge.from === 'START' && edge.to === 'END') return 'An agent needs a step between start and end.'
  const steps = indexSteps(agent)
  const isThere = (id: string) => id === 'START' || id === 'END' || steps.has(id)
  if (!isThere(edge.from) || !isThere(edge.to)) return 'That step is not there any more.'
  const id = edgeId(edge)
  if (edgesOfAgent(agent).some((other) => edgeId(other) === id)) return 'These two are connected already.'
  const source = steps.get(edge.from)
  if (source && edge.from === edge.to && facts.of(source).ports.outputs.length < 2) {
    return 'A step that always leads to itself would never end.'
  }
  return undefined
}
