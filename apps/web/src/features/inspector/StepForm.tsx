import type { FieldSpec, Json, StepConfig, StepDefinition } from '@petal/core/model'
import { Disclosure } from '@petal/ui'
import { type FocusTarget, type Pace, SchemaForm } from '@petal/ui/schema-form'
import { applyProblemFix } from '../../editor/applyProblemFix.ts'
import { useActions, useStepProblems } from '../../editor/EditorContext.tsx'
import { listFields } from './listFields.ts'
import { RawSettings } from './RawSettings.tsx'
import { useFormParts } from './useFormParts.ts'
import { useGesture } from './useGesture.ts'

interface StepFormProps {
  readonly step: StepConfig
  readonly definition: StepDefinition
  readonly disabled: boolean
  readonly focus: FocusTarget | undefined
}

const limits: readonly FieldSpec[] = [
  {
    kind: 'number',
    name: 'timeout',
    title: 'Time limit',
    description: 'Milliseconds that one execution may take. Empty: as long as it needs.',
    placeholder: 'no limit',
    integer: true,
    min: 1,
    required: false,
    advanced: false,
  },
]

/** The settings of a step, drawn from its type's schema. */
export function StepForm({ step, definition, disabled, focus }: StepFormProps) {
  const actions = useActions()
  const problems = useStepProblems(step.id)
  const parts = useFormParts('step')
  const gesture = useGesture()
  const fields = listFields(definition)
  const commit = (path: string, value: Json | undefined, pace: Pace) =>
    actions.setStepValue(step.id, path, value, gesture(`props:${step.id}:${path}`, pace))
  const shared = {
    problems,
    disabled,
    focus,
    onFix: (problem: (typeof problems)[number]) => applyProblemFix(actions, problem),
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
          onCommit={(path, value, pace) => commit(`config.${path}`, value, pace)}
        />
      )}
      <Disclosure
        title="Limits"
        dot={step.timeout === undefined ? undefined : 'accent'}
        dotLabel="a time limit is set"
        openRequest={focus?.path === 'timeout' ? focus.request : undefined}
      >
        <div className="pt-2">
          <SchemaForm
            {...shared}
            prefix=""
            fields={limits}
            values={step.timeout === undefined ? {} : { timeout: step.timeout }}
            onCommit={commit}
          />
        </div>
      </Disclosure>
    </div>
  )
}
