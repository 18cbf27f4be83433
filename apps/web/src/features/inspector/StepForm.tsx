import type { Json, StepConfig, StepDefinition } from '@petal/core/model'
import { type FocusTarget, type Pace, SchemaForm } from '@petal/ui/schema-form'
import { useCallback } from 'react'
import { useActions, useEditorInstance, useStepProblems } from '../../editor/EditorContext.tsx'
import { lateActions } from '../../editor/lateActions.ts'
import { listFields } from '../../editor/listFields.ts'
import { useProblemFix } from '../../editor/useProblemFix.ts'
import { RawSettings } from './RawSettings.tsx'
import { StepLimits } from './StepLimits.tsx'
import { useFormParts } from './useFormParts.ts'
import { useGesture } from './useGesture.ts'

interface StepFormProps {
  readonly step: StepConfig
  readonly definition: StepDefinition
  readonly disabled: boolean
  readonly focus: FocusTarget | undefined
}

/** The settings of a step, drawn from its type's schema. */
export function StepForm({ step, definition, disabled, focus }: StepFormProps) {
  const editor = useEditorInstance()
  const actions = useActions()
  const problems = useStepProblems(step.id)
  const parts = useFormParts('step')
  const gesture = useGesture()
  const fix = useProblemFix()
  const fields = listFields(definition)
  // The same function, or every field would be drawn anew with each change of one.
  const onNewAgent = useCallback((path: string) => lateActions(editor).createAgentFor(step.id, path), [editor, step.id])
  const commit = (path: string, value: Json | undefined, pace: Pace) =>
    actions.setStepValue(step.id, path, value, gesture(`props:${step.id}:${path}`, pace))
  const shared = {
    problems,
    disabled,
    focus,
    ...(fix ? { onFix: fix } : {}),
  }
  return (
    <div className="flex flex-col gap-3 px-4 py-4">
      {fields.length === 0 ? (
        <RawSettings step={step} />
      ) : (
        <SchemaForm
          {...parts}
          {...shared}
          fields={fields}
          values={step.config}
          onNewAgent={onNewAgent}
          onCommit={(path, value, pace) => commit(`config.${path}`, value, pace)}
        />
      )}
      <StepLimits {...shared} step={step} onCommit={commit} />
    </div>
  )
}
