import type { AgentDocument } from './AgentDocument.ts'
import type { ArrangedBox } from './arrangeBoxes.ts'
import { cardSize } from './cardSize.ts'
import type { StepFactsSource } from './createStepFacts.ts'
import type { Selection } from './EditorState.ts'
import { listNotes } from './notes.ts'

/** Where the selected cards are: steps under their ids, notes under theirs. A pinned step is fixed. */
export function selectedBoxes(
  { agent, layout }: AgentDocument,
  { stepIds, noteIds }: Pick<Selection, 'stepIds' | 'noteIds'>,
  facts: StepFactsSource,
): { readonly steps: readonly ArrangedBox[]; readonly notes: readonly ArrangedBox[] } {
  const wanted = new Set(stepIds)
  const steps = agent.steps.flatMap((step): ArrangedBox[] => {
    const place = wanted.has(step.id) ? layout[step.id] : undefined
    if (place === undefined) return []
    const [x, y, pinned] = place
    return [{ id: step.id, x, y, ...cardSize(facts.of(step).ports), fixed: pinned !== undefined }]
  })
  const notes = listNotes(agent).flatMap(({ id, position: [x, y], size: [width, height] }): ArrangedBox[] =>
    noteIds.includes(id) ? [{ id, x, y, width, height }] : [],
  )
  return { steps, notes }
}
