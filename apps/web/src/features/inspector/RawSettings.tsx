import type { FieldSpec, Json, StepConfig } from '@petal/core/model'
import { msg } from '@petal/ui/language'
import { type Pace, SchemaForm } from '@petal/ui/schema-form'
import { useActions, useEditor } from '../../editor/EditorContext.tsx'
import { useFormParts } from './useFormParts.ts'
import { useGesture } from './useGesture.ts'

const fields: readonly FieldSpec[] = [
  { kind: 'json', name: 'config', title: msg('Settings'), required: false, advanced: false },
]

/** The settings of a step as JSON, for what has no form. */
export function RawSettings({ step }: { readonly step: StepConfig }) {
  const actions = useActions()
  const { slots } = useFormParts('step')
  const gesture = useGesture()
  const readOnly = useEditor((state) => state.session.readOnly !== undefined)
  const commit = (path: string, value: Json | undefined, pace: Pace) =>
    actions.setStepValue(step.id, path, value ?? {}, gesture(`props:${step.id}:${path}`, pace))
  return (
    <SchemaForm
      slots={slots}
      prefix=""
      fields={fields}
      values={{ config: step.config }}
      disabled={readOnly}
      onCommit={commit}
    />
  )
}
