import { TextField } from '@petal/ui'
import { t } from '@petal/ui/language'
import { type ReactNode, useId, useState } from 'react'

interface NameDraftProps {
  readonly name: string
  readonly disabled: boolean
  /** What is said below while nothing is wrong. */
  readonly help: string
  /** What is wrong with another name, in words. */
  faultOf(wanted: string): string | undefined
  onRename(wanted: string): void
  /** Stands between the field and what is said below. */
  readonly children?: ReactNode
}

/** A name that others go by. It is changed when the field is left, so that no half-typed name is ever used. */
export function NameDraft({ name, disabled, help, faultOf, onRename, children }: NameDraftProps) {
  const [draft, setDraft] = useState<string>()
  const id = useId()
  const wanted = (draft ?? name).trim()
  const fault = wanted === name ? undefined : faultOf(wanted)
  const settle = () => {
    setDraft(undefined)
    if (wanted !== name && fault === undefined) onRename(wanted)
  }
  return (
    <>
      <label htmlFor={id} className="font-medium text-ink-soft text-sm">
        {t('Name')}
      </label>
      <TextField
        id={id}
        mono
        value={draft ?? name}
        disabled={disabled}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={fault !== undefined || undefined}
        aria-describedby={`${id}-help`}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle()
          if (event.key === 'Escape') setDraft(undefined)
        }}
      />
      {children}
      <p id={`${id}-help`} className={fault === undefined ? 'text-ink-faint text-sm' : 'text-danger text-sm'}>
        {fault ?? help}
      </p>
    </>
  )
}
