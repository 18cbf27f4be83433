import type { AgentConfig, PlanResult } from '@petal/core/model'
import type { Editor } from './createEditor.ts'
import type { StepFacts } from './createStepFacts.ts'
import { listReads } from './listReads.ts'
import { indexSteps } from './selectors.ts'

/**
 * The names of the steps that have nothing to go by unless a person gives a field its value: a run comes to them, they
 * read it, and no step before them writes it. A step that talks to a model reads the conversation in any case, but
 * needs it only where it has no prompt of its own.
 */
export function listReaders(
  ...[{ facts, planner }, agent, result, field]: [Pick<Editor, 'facts' | 'planner'>, AgentConfig, PlanResult, string]
): readonly string[] {
  if (!result.ok) return []
  const { steps: planned, stateType } = result.plan
  const isConversation = stateType.fields[field]?.type === 'messages'
  const steps = indexSteps(agent)
  return planned.flatMap(({ id, nodeName }) => {
    const step = steps.get(id)
    const found = step && facts.of(step)
    const reads = found !== undefined && listReads(found).includes(field) && !(isConversation && hasPrompt(found))
    if (!reads) return []
    const source = planner.available(agent, id).find(({ name }) => name === field)
    return source?.kind === 'step' ? [] : [nodeName]
  })
}

/** The main prompt is the last of a step's templates: what is said after the system's words. */
function hasPrompt({ texts }: StepFacts): boolean {
  const prompt = texts.findLast(({ language }) => language === 'template')
  return prompt !== undefined && prompt.text.trim() !== ''
}
