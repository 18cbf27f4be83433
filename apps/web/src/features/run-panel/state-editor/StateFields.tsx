import { t } from '@petal/ui/language'
import { useState } from 'react'
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
        />
      ))}
    </div>
  )
}
