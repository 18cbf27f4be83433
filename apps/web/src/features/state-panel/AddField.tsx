import { setField } from '@petal/core/model'
import { Button, TextField } from '@petal/ui'
import { msg, t } from '@petal/ui/language'
import { Plus } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { useActions } from '../../editor/EditorContext.tsx'
import { label } from '../../editor/label.ts'
import { nameFault } from './nameFault.ts'

interface AddFieldProps {
  /** Names that are in use. */
  readonly taken: readonly string[]
  readonly disabled: boolean
}

/** Adds a field by its name. */
export function AddField({ taken, disabled }: AddFieldProps) {
  const actions = useActions()
  const id = useId()
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const fault = name === '' && !tried ? undefined : nameFault(name.trim(), taken)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const wanted = name.trim()
    if (nameFault(wanted, taken) !== undefined) return
    actions.edit(
      label(msg('Add field {name}'), { name: wanted }),
      (agent) => setField(agent, wanted, { type: 'string' }),
      'record',
    )
    setName('')
    setTried(false)
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-1 px-3" noValidate>
      <div className="flex gap-1.5">
        <TextField
          mono
          aria-label={t('Name of the new field')}
          aria-invalid={fault !== undefined || undefined}
          aria-describedby={fault === undefined ? undefined : `${id}-fault`}
          value={name}
          placeholder="new_field"
          disabled={disabled}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setName(event.target.value)}
          onBlur={() => setTried(false)}
        />
        <Button type="submit" icon={<Plus />} disabled={disabled}>
          {t('Add field')}
        </Button>
      </div>
      {fault === undefined ? null : (
        <p id={`${id}-fault`} className="text-danger text-sm">
          {fault}
        </p>
      )}
    </form>
  )
}
