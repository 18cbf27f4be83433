import {
  describeFields,
  errorConfigSchema,
  type FieldSpec,
  type Json,
  type JsonObject,
  retryConfigSchema,
  type StepConfig,
} from '@petal/core/model'
import { Disclosure } from '@petal/ui'
import { msg, t } from '@petal/ui/language'
import { type Pace, SchemaForm, type SchemaFormProps } from '@petal/ui/schema-form'
import { useMemo } from 'react'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectAgent } from '../../editor/selectors.ts'
import { useFormParts } from './useFormParts.ts'

interface StepLimitsProps extends Pick<SchemaFormProps, 'problems' | 'disabled' | 'focus' | 'onFix'> {
  readonly step: StepConfig
  onCommit(path: string, value: Json | undefined, pace: Pace): void
}

const timeLimit: readonly FieldSpec[] = [
  {
    kind: 'number',
    name: 'timeout',
    title: msg('Time limit'),
    description: msg('Milliseconds that one execution may take. Empty: as long as it needs.'),
    placeholder: msg('no limit'),
    integer: true,
    min: 1,
    required: false,
    advanced: false,
  },
]
const retries = describeFields(retryConfigSchema)
const errors = describeFields(errorConfigSchema)

/** What every step has beside its own settings: how long, how often, and what becomes of the run when it fails. */
export function StepLimits({ step, onCommit, ...shared }: StepLimitsProps) {
  const tries = useEditor((state) => selectAgent(state).graphConfig.maxRetries)
  const parts = useFormParts('step')
  const { focus } = shared
  const retryFields = useMemo(
    () => retries.map((field) => (field.name === 'maxRetries' ? { ...field, default: tries } : field)),
    [tries],
  )
  const isHere = focus !== undefined && /^(timeout|retry|onError)\b/.test(focus.path)
  const marks = describeLimits(step)
  const form = (prefix: string, fields: readonly FieldSpec[], values: JsonObject) => (
    <SchemaForm
      {...parts}
      {...shared}
      prefix={prefix}
      fields={fields}
      values={values}
      onCommit={(path, value, pace) => onCommit(prefix === '' ? path : `${prefix}.${path}`, value, pace)}
    />
  )
  return (
    <Disclosure
      title={t('Errors and limits')}
      dot={marks.length === 0 ? undefined : 'accent'}
      dotLabel={marks.join(', ')}
      openRequest={isHere ? focus.request : undefined}
    >
      <div className="flex flex-col gap-4 pt-2">
        {form('onError', errors, { ...step.onError })}
        {form('retry', retryFields, { ...step.retry })}
        {form('', timeLimit, step.timeout === undefined ? {} : { timeout: step.timeout })}
      </div>
    </Disclosure>
  )
}

function describeLimits({ timeout, retry, onError }: StepConfig): readonly string[] {
  return [
    ...(onError === undefined ? [] : [t('the run goes on after an error')]),
    ...(retry === undefined ? [] : [t('it has retries of its own')]),
    ...(timeout === undefined ? [] : [t('a time limit is set')]),
  ]
}
