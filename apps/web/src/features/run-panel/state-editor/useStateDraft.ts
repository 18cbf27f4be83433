import type { AgentConfig, Problem, State } from '@petal/core/model'
import { useState } from 'react'
import { type InputDraft, type InputField, toInputDraft } from '../../../runner/agentInputs.ts'
import { listStateFields } from './listStateFields.ts'
import { keepChanges, readStateDraft } from './readStateDraft.ts'

/** A state while a person writes over it. */
export interface StateDraft {
  readonly fields: readonly InputField[]
  /** What stands in each field. */
  readonly texts: InputDraft
  readonly faults: Readonly<Record<string, string>>
  /** Counts up with every refusal: the first field that has a fault then takes the focus. */
  readonly refusals: number
  write(name: string, text: string): void
  /** What was changed; undefined when a field cannot be read, which `faults` then tells. */
  read(): State | undefined
  /** Shows why a value was refused, under its field. False when the problem names none of them. */
  refuse(problem: Problem): boolean
}

const nothing: InputDraft = {}

/** A draft over a state of this agent. */
export function useStateDraft(agent: Pick<AgentConfig, 'stateType'>, state: State): StateDraft {
  const [draft, setDraft] = useState(nothing)
  const [faults, setFaults] = useState(nothing)
  const [refusals, setRefusals] = useState(0)
  const fields = listStateFields(agent, state)
  const show = (found: Readonly<Record<string, string>>) => {
    setFaults(found)
    setRefusals((count) => count + 1)
  }
  return {
    fields,
    texts: { ...toInputDraft(fields, state), ...draft },
    faults,
    refusals,
    write(name, text) {
      setDraft((before) => ({ ...before, [name]: text }))
      setFaults(({ [name]: _, ...others }) => others)
    },
    read() {
      const reading = readStateDraft(fields, draft)
      if (!reading.ok) show(reading.faults)
      return reading.ok ? keepChanges(fields, draft, state) : undefined
    },
    refuse({ path = '', code, message }) {
      // A schema may refuse a part of a value.
      const field = fields.find(({ name }) => path === name || path.startsWith(`${name}.`))
      if (field !== undefined) show({ [field.name]: `${message} (${code})` })
      return field !== undefined
    },
  }
}
