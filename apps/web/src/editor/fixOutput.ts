import { type FixedOutput, isJsonObject, type Json, type State, type StepExecution } from '@petal/core/model'
import { t } from '@petal/ui/language'
import type { Editor } from './createEditor.ts'
import { indexSteps, selectFileAgent } from './selectors.ts'

/** What an execution gave; nothing when it has not ended well. */
export function lastOutput({ status, update, exit, problem }: StepExecution): FixedOutput | undefined {
  if (status !== 'ended' || update === undefined || problem !== undefined) return undefined
  const fresh = withoutMessageIds(update)
  return exit === undefined ? { update: fresh } : { update: fresh, exit }
}

/** Each run gives messages ids of its own: in a conversation, the same one said again would take the place of the first. */
function withoutMessageIds(update: State): State {
  const entries = Object.entries(update).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(withoutId) : value,
  ])
  return Object.fromEntries(entries)
}

function withoutId(item: Json): Json {
  if (!isJsonObject(item) || !('role' in item)) return item
  const { id: _, ...message } = item
  // An object of JSON without one of its keys.
  return message as Json
}

/**
 * Lets runs take this output instead of running a step of the file, named as `fixedName` does; without an output they run
 * it again.
 */
export function fixOutput({ store, actions }: Editor, fixed: string, output: FixedOutput | undefined): void {
  const state = store.getState()
  const { [fixed]: _before, ...others } = state.session.fixedOutputs
  actions.setFixedOutputs(output === undefined ? others : { ...others, [fixed]: output })
  const [stepId = fixed, agentId] = fixed.split('/').reverse()
  const file = selectFileAgent(state)
  const agent = agentId === undefined ? file : file.agents?.[agentId]
  const name = (agent && indexSteps(agent).get(stepId)?.nodeName) ?? stepId
  actions.announce(
    output === undefined ? t('Runs run {name} again', { name }) : t('Runs take a fixed output for {name}', { name }),
  )
}
