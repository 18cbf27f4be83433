import type { AgentConfig, Json, Problem, ProblemFix } from '@petal/core/model'
import { msg } from '@petal/ui/language'
import type { EditLabel } from './EditLabel.ts'
import type { EditorActions } from './editorActions.ts'
import { label } from './label.ts'
import { parsePath, setAtPath } from './setAtPath.ts'

/** Makes the change that a problem offers as its way out, in the agent it is about; one undo entry. Nothing happens when it offers none. */
export function applyProblemFix(
  actions: Pick<EditorActions, 'edit' | 'setStepValue' | 'showAgent'>,
  problem: Problem,
): void {
  const change = problem.fix?.change
  if (change === undefined) return
  actions.showAgent(problem.agentId)
  // A problem of a step may be mended in the file: a field that the step writes is declared there.
  const { stepId, path, value } = change
  if (stepId !== undefined) actions.setStepValue(stepId, path, value)
  else actions.edit(labelOf(change), (agent) => withValue(agent, path, value), 'record')
}

/** The words of the fix itself are in the language of the page, and a label is kept longer than that. */
function labelOf({ path, value }: NonNullable<ProblemFix['change']>): EditLabel {
  if (value === undefined) return msg('Fix')
  const [, name = '', part] = /^stateType\.fields\.(\w+)(\.default)?$/.exec(path) ?? []
  if (name === '') return msg('Fix')
  return part === undefined
    ? label(msg('Add the field {name}'), { name })
    : label(msg('Give {name} a start value'), { name })
}

function withValue(agent: AgentConfig, path: string, value: Json | undefined): AgentConfig {
  // An agent is plain JSON, and a fix is made by what knows its shape.
  return setAtPath(agent as unknown as Json, parsePath(path), value) as unknown as AgentConfig
}
