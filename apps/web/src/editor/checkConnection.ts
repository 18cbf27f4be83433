import type { AgentConfig, EdgeConfig } from '@petal/core/model'
import { t } from '@petal/ui/language'
import type { StepFactsSource } from './createStepFacts.ts'
import { edgeId } from './edgeId.ts'
import { edgeIds } from './edgeIds.ts'
import { edgesOfAgent, indexSteps } from './selectors.ts'

/** What a person may have meant instead of an edge that cannot be. */
export interface ConnectionFix {
  /** The words on the button. */
  readonly label: string
  /** `connect`: draw this edge. `insert`: put a step into it, which the person chooses. */
  readonly how: 'connect' | 'insert'
  readonly edge: EdgeConfig
}

/** Whether an edge may be drawn, or the one-line reason why not, with a way out where there is one. */
export type ConnectionCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: string; readonly fix?: ConnectionFix }

/** Judges an edge before it exists. Leading back to an earlier step is fine: that is a loop. */
export function checkConnection(agent: AgentConfig, facts: StepFactsSource, edge: EdgeConfig): ConnectionCheck {
  if (edge.to === 'START') return refuse(t('Nothing can lead into the start.'), leadToFirstStep(agent, facts, edge))
  if (edge.from === 'END') return refuse(t('Nothing can follow the end.'))
  if (edge.from === 'START' && edge.to === 'END') {
    return refuse(t('An agent needs a step between start and end.'), putStepBetween(edge))
  }
  const steps = indexSteps(agent)
  const isThere = (id: string) => id === 'START' || id === 'END' || steps.has(id)
  if (!isThere(edge.from) || !isThere(edge.to)) return refuse(t('That step is not there any more.'))
  if (edgeIds(edgesOfAgent(agent)).has(edgeId(edge))) return refuse(t('These two are connected already.'))
  const source = steps.get(edge.from)
  if (source && edge.from === edge.to && facts.of(source).ports.outputs.length < 2) {
    return refuse(t('A step that always leads to itself would never end.'), putStepBetween(edge))
  }
  return { ok: true }
}

function refuse(reason: string, fix?: ConnectionFix): ConnectionCheck {
  return fix === undefined ? { ok: false, reason } : { ok: false, reason, fix }
}

/** Who draws a wire to the start wants to begin again: at the first step, where there is only one. */
function leadToFirstStep(agent: AgentConfig, facts: StepFactsSource, edge: EdgeConfig): ConnectionFix | undefined {
  const firsts = edgesOfAgent(agent).filter(({ from }) => from === 'START')
  const [first] = firsts
  const step = first && indexSteps(agent).get(first.to)
  if (!step || firsts.length > 1) return undefined
  const back = { ...edge, to: step.id }
  if (!checkConnection(agent, facts, back).ok) return undefined
  return {
    label: t('Lead back to {nodeName}', { nodeName: step.nodeName ?? facts.of(step).typeTitle }),
    how: 'connect',
    edge: back,
  }
}

function putStepBetween(edge: EdgeConfig): ConnectionFix {
  return { label: t('Put a step between'), how: 'insert', edge }
}
