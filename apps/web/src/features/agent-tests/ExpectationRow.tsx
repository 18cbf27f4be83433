import { Select, Switch, TextArea } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useId } from 'react'
import { expectationKinds } from '../../agent-tests/AgentTest.ts'
import type { DraftedExpectation } from './draftedExpectation.ts'
import { kindWords } from './kindWords.ts'

interface ExpectationRowProps {
  readonly draft: DraftedExpectation
  readonly fault: string | undefined
  onChange(draft: DraftedExpectation): void
}

/** What one field is to have in the end. */
export function ExpectationRow({ draft, fault, onChange }: ExpectationRowProps) {
  const id = useId()
  const { field, isOn, kind, text } = draft
  const aria = fault === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-fault` }
  return (
    <fieldset className="flex min-w-0 flex-col gap-2 rounded-lg border border-line p-3">
      <legend className="sr-only">{field}</legend>
      <div className="flex items-center gap-3">
        <Switch id={id} checked={isOn} onCheckedChange={(on) => onChange({ ...draft, isOn: on })} />
        <label htmlFor={id} className="min-w-0 flex-1 truncate font-mono text-ink">
          {field}
        </label>
        {isOn ? (
          <Select
            aria-label={t('How {field} is compared', { field })}
            size="sm"
            className="w-72 max-w-1/2"
            value={kind}
            onValueChange={(value) =>
              onChange({ ...draft, kind: expectationKinds.find((one) => one === value) ?? kind })
            }
            options={expectationKinds.map((one) => ({ value: one, label: t(kindWords[one]) }))}
          />
        ) : null}
      </div>
      {isOn ? (
        <TextArea
          {...aria}
          aria-label={t('What {field} is compared with', { field })}
          className="max-h-40"
          value={text}
          onChange={(event) => onChange({ ...draft, text: event.target.value })}
        />
      ) : null}
      {fault === undefined ? null : (
        <p id={`${id}-fault`} role="alert" className="text-danger text-xs">
          {fault}
        </p>
      )}
    </fieldset>
  )
}
