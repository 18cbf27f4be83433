import type { AgentConfig, Problem, State } from '@petal/core/model'
import { useState } from 'react'
import { type InputDraft, type InputField, toInputDraft } from '../../../runner/agentInputs.ts'
import { type Formats, listStateFields } from './listStateFields.ts'
import { keepChanges, readStateDraft } from './readStateDraft.ts'
import { toFormat } from './toFormat.ts'

/** A state while a person writes over it. */
export interface StateDraft {
  readonly fields: readonly InputField[]
  /** What stands in each field. */
  readonly texts: InputDraft
  readonly faults: Readonly<Record<string, string>>
  /** Counts up with every refusal: the first field that has a fault then takes the focus. */
  readonly refusals: number
  write(name: string, text: string): void
  /** The other way to write a value of a field that may hold anything; nothing for other fields. */
  otherFormat(field: InputField): 'string' | 'json' | undefined
  /** Writes the value of such a field as a text, or as JSON. */
  format(name: string, format: 'string' | 'json'): void
  /** What was changed; undefined when a field cannot be read, which `faults` then tells. */
  read(): State | undefined
  /** Shows why a value was refused, under its field. False when the problem names none of them. */
  refuse(problem: Problem): boolean
}

const nothing: InputDraft = {}
const asTheyAre: Formats = {}

/** A draft over a state of this agent. */
export function useStateDraft(agent: Pick<AgentConfig, 'stateType'>, state: State): StateDraft {
  const [draft, setDraft] = useState(nothing)
  const [faults, setFaults] = useState(nothing)
  const [refusals, setRefusals] = useState(0)
  const [formats, setFormats] = useState(asTheyAre)
  const fields = listStateFields(agent, state, formats)
  const texts = { ...toInputDraft(fields, state), ...draft }
  const show = (found: Readonly<Record<string, string>>) => {
    setFaults(found)
    setRefusals((count) => count + 1)
  }
  const write = (name: string, text: string) => {
    setDraft((before) => ({ ...before, [name]: text }))
    setFaults(({ [name]: _, ...others }) => others)
  }
  return {
    fields,
    texts,
    faults,
    refusals,
    write,
    otherFormat({ name, type }) {
      if (agent.stateType.fields[name]?.type !== 'any') return undefined
      return type === 'json' ? 'string' : 'json'
    },
    format(name, format) {
      setFormats((before) => ({ ...before, [name]: format }))
      write(name, toFormat(texts[name] ?? '', format))
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
