import type { AgentConfig, State, StateFieldType } from '@petal/core/model'
import type { InputField, InputType } from '../../../runner/agentInputs.ts'

/** How the values of fields are written that may hold anything, by field; by what each holds where nothing is said. */
export type Formats = Readonly<Record<string, 'string' | 'json'>>

/** The fields of a state that a person can edit: those the agent declares, and the conversation where one was added. */
export function listStateFields(
  { stateType }: Pick<AgentConfig, 'stateType'>,
  state: State,
  formats: Formats = {},
): readonly InputField[] {
  const declared = Object.entries(stateType.fields).map(([name, { type, description }]): InputField => {
    return { name, type: writtenAs(name, type, state, formats), description, default: undefined }
  })
  const names = new Set(declared.map(({ name }) => name))
  const added = Object.keys(state).filter((name) => !names.has(name))
  return [
    ...declared,
    ...added.map((name): InputField => ({ name, type: 'messages', description: undefined, default: undefined })),
  ]
}

/** What may be anything is edited as what it is: a text as it reads, all else as JSON. */
function writtenAs(name: string, type: StateFieldType, state: State, formats: Formats): InputType {
  if (type !== 'any') return type
  return formats[name] ?? (typeof (state[name] ?? '') === 'string' ? 'string' : 'json')
}
