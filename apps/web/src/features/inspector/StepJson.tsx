import type { FieldSpec, Json, Problem, StepConfig } from '@petal/core/model'
import { msg } from '@petal/ui/language'
import { type Pace, SchemaForm } from '@petal/ui/schema-form'
import { useState } from 'react'
import { useActions, useEditorInstance } from '../../editor/EditorContext.tsx'
import { readWrittenStep, replaceStep } from '../../editor/operations/replaceStep.ts'
import { useFormParts } from './useFormParts.ts'
import { useGesture } from './useGesture.ts'

const fields: readonly FieldSpec[] = [
  {
    kind: 'json',
    name: 'step',
    title: msg('Step'),
    required: false,
    advanced: false,
    description: msg('As it stands in the file. The id stays.'),
  },
]

/** What was written and cannot be a step; until the step itself becomes another. */
interface Faulty {
  readonly of: StepConfig
  readonly value: Json | undefined
  readonly problem: Problem
}

/** The whole step as JSON: taken as soon as it can be one. */
export function StepJson({ step, disabled }: { readonly step: StepConfig; readonly disabled: boolean }) {
  const actions = useActions()
  const editor = useEditorInstance()
  const { slots } = useFormParts('step')
  const gesture = useGesture()
  const [last, setLast] = useState<Faulty>()
  const faulty = last?.of === step ? last : undefined
  const commit = (_path: string, value: Json | undefined, pace: Pace) => {
    const written = readWrittenStep(step.id, value)
    if (!written.ok) return setLast({ of: step, value, problem: { ...written.problem, path: 'step' } })
    setLast(undefined)
    const merge = gesture(`json:${step.id}`, pace)
    const policy = merge === undefined ? 'record' : { merge }
    actions.edit(msg('Edit step'), (agent) => replaceStep(agent, editor.facts, written.step), policy)
  }
  return (
    <div className="px-4 py-4">
      <SchemaForm
        slots={slots}
        prefix=""
        fields={fields}
        // A step of a configuration is plain JSON.
        values={{ step: faulty === undefined ? (step as unknown as Json) : (faulty.value ?? null) }}
        problems={faulty === undefined ? [] : [faulty.problem]}
        disabled={disabled}
        onCommit={commit}
      />
    </div>
  )
}
