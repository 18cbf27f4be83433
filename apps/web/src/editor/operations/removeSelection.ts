import { type AgentConfig, removeStep } from '@petal/core/model'
import type { AgentDocument } from '../AgentDocument.ts'
import type { StepFactsSource } from '../createStepFacts.ts'
import type { Selection } from '../EditorState.ts'
import { removeNotes } from '../notes.ts'
import { edgesOfAgent } from '../selectors.ts'
import { disconnectEdges } from './connectStep.ts'
import { materialiseEdges } from './materialiseEdges.ts'

/** Removes steps, edges and notes. With `reconnect`, the neighbours of a removed step are joined where that is unambiguous. */
export function removeSelection(
  before: AgentDocument,
  facts: StepFactsSource,
  selection: Selection,
  { reconnect }: { readonly reconnect: boolean },
): AgentDocument {
  const document = withoutNotes(before, selection.noteIds)
  const doomed = selection.stepIds.filter((id) => document.layout[id])
  const keepsOrder = reconnect && selection.edgeIds.length === 0 && document.agent.edges === undefined
  const start = keepsOrder ? document.agent : materialiseEdges(document.agent, facts)
  const cut = disconnectEdges(start, facts, selection.edgeIds)
  const agent = doomed.reduce(
    (current, id) => removeStep(current, id, { reconnect: reconnect && leadsToOne(current, id) }),
    cut,
  )
  if (agent === document.agent || (doomed.length === 0 && cut === start)) return document
  const gone = new Set(doomed)
  const layout = Object.fromEntries(Object.entries(document.layout).filter(([id]) => !gone.has(id)))
  return { ...document, agent, layout }
}

function withoutNotes(document: AgentDocument, noteIds: readonly string[]): AgentDocument {
  const agent = removeNotes(document.agent, noteIds)
  return agent === document.agent ? document : { ...document, agent }
}

/** Neighbours can be joined without guessing only where the step leads to a single other one. */
function leadsToOne(agent: AgentConfig, id: string): boolean {
  const targets = new Set(edgesOfAgent(agent).flatMap((edge) => (edge.from === id ? [edge.to] : [])))
  return targets.size === 1
}
