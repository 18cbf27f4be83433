import type { FieldSpec, JsonObject, Problem } from '@petal/core/model'
import { Button } from '@petal/ui'
import { msg, t } from '@petal/ui/language'
import { type FormSlots, type Pace, ProblemNote, SchemaForm } from '@petal/ui/schema-form'
import { useId, useState } from 'react'
import { SchemaRows } from './SchemaRows.tsx'

interface ParametersEditorProps {
  readonly schema: JsonObject
  readonly slots: FormSlots
  readonly problems: readonly Problem[]
  readonly disabled: boolean
  onChange(schema: JsonObject, pace: Pace): void
}

const jsonField: readonly FieldSpec[] = [
  {
    kind: 'json',
    name: 'parameters',
    title: msg('JSON Schema of the arguments'),
    schema: { type: 'object' },
    required: false,
    advanced: false,
  },
]

/** The arguments of a tool: as a form, or as the JSON Schema it stands for. Both show and change the same schema. */
export function ParametersEditor({ schema, slots, problems, disabled, onChange }: ParametersEditorProps) {
  const id = useId()
  const [asJson, setAsJson] = useState(false)
  return (
    <fieldset aria-labelledby={id} className="flex min-w-0 flex-col gap-2">
      <div className="flex items-center justify-between">
        <span id={id} className="font-medium text-ink-soft text-sm">
          {t('Arguments')}
        </span>
        <Button variant="ghost" size="sm" aria-pressed={asJson} onClick={() => setAsJson(!asJson)}>
          {asJson ? t('Edit as form') : t('Edit as JSON')}
        </Button>
      </div>
      {asJson ? (
        <SchemaForm
          slots={slots}
          fields={jsonField}
          values={{ parameters: schema }}
          prefix=""
          disabled={disabled}
          onCommit={(_path, value, pace) => {
            if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
              onChange(value as JsonObject, pace)
            }
          }}
        />
      ) : (
        <SchemaRows schema={schema} place="" disabled={disabled} onChange={onChange} />
      )}
      {problems.map((problem) => (
        <ProblemNote key={problem.message} problem={problem} />
      ))}
    </fieldset>
  )
}
