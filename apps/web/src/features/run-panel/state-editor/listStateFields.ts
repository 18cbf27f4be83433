import type { AgentConfig, State } from '@petal/core/model'
import type { InputField } from '../../../runner/agentInputs.ts'

/** The fields of a state that a person can edit: those the agent declares, and the conversation where one was added. */
export function listStateFields({ stateType }: Pick<AgentConfig, 'stateType'>, state: State): readonly InputField[] {
  const declared = Object.entries(stateType.fields).map(([name, { type, description }]): InputField => {
    return { name, type, description, default: undefined }
  })
  const names = new Set(declared.map(({ name }) => name))
  const added = Object.keys(state).filter((name) => !names.has(name))
  return [
    ...declared,
    ...added.map((name): InputField => ({ name, type: 'messages', description: undefined, default: undefined })),
  ]
}
