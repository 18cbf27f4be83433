import { Button } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useState } from 'react'
import type { InputField } from '../../../runner/agentInputs.ts'
import { InputControl } from '../InputControl.tsx'
import type { StateDraft } from './useStateDraft.ts'

/** The fields of a state, to write over, each with what is wrong with it. */
export function StateFields({ draft }: { readonly draft: StateDraft }) {
  const { fields, texts, faults, refusals } = draft
  const [seen, setSeen] = useState(refusals)
  const wanted = refusals === seen ? undefined : fields.find(({ name }) => name in faults)
  if (fields.length === 0) return <p className="text-ink-faint">{t('The state has no fields.')}</p>
  return (
    <div className="flex flex-col gap-3">
      {fields.map((field) => (
        <InputControl
          key={field.name}
          field={field}
          value={texts[field.name] ?? ''}
          fault={faults[field.name]}
          wanted={wanted?.name === field.name}
          onFocused={() => setSeen(refusals)}
          onChange={(text) => draft.write(field.name, text)}
          {...(draft.otherFormat(field) === undefined
            ? {}
            : { trailing: <FormatButton field={field} draft={draft} /> })}
        />
      ))}
    </div>
  )
}

/** What may be anything is written as a text or as JSON: this changes which. */
function FormatButton({ field: { name, type }, draft }: { readonly field: InputField; readonly draft: StateDraft }) {
  const isJson = type === 'json'
  return (
    <Button
      size="sm"
      variant="ghost"
      aria-label={isJson ? t('Write {name} as a text', { name }) : t('Write {name} as JSON', { name })}
      onClick={() => draft.format(name, isJson ? 'string' : 'json')}
    >
      {isJson ? t('As a text') : t('As JSON')}
    </Button>
  )
}
