import { wordingOf } from '@petal/core/model'
import { Button, isTouched, Switch, TextField } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useId, useState } from 'react'
import { TextWith } from './TextWith.tsx'

interface KeyFormProps {
  /** Where the key will be sent, and nowhere else. */
  readonly host: string
  /** The words on the button. */
  readonly action: string
  readonly autoFocus?: boolean
  onSave(value: string, keep: boolean): Promise<void>
}

/** One key: pasted, never shown; for this session, or kept on this device by choice. */
export function KeyForm({ host, action, autoFocus = false, onSave }: KeyFormProps) {
  const id = useId()
  const [value, setValue] = useState('')
  const [keep, setKeep] = useState(false)
  const [fault, setFault] = useState<string>()
  const save = async () => {
    try {
      await onSave(value, keep)
      setValue('')
    } catch (error) {
      setFault(wordingOf(error).said)
    }
  }
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (value.trim() !== '') save()
      }}
    >
      <div className="flex gap-2">
        <TextField
          type="password"
          autoComplete="off"
          spellCheck={false}
          autoFocus={autoFocus && !isTouched()}
          aria-label={t('Key for {host}', { host })}
          placeholder={t('Paste the key')}
          mono
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
        <Button type="submit" variant="primary" disabled={value.trim() === ''}>
          {action}
        </Button>
      </div>
      <label htmlFor={id} className="flex items-center gap-2 text-ink-soft text-sm">
        <Switch id={id} checked={keep} onCheckedChange={setKeep} />
        {keep
          ? t('Kept on this device, readable by this page')
          : t('For this session only; gone when the page is closed')}
      </label>
      <p className="text-ink-faint text-xs">
        <TextWith
          text={t('Sent to {host} only. Never part of an agent, an export or a log.')}
          parts={{ host: <span className="font-mono">{host}</span> }}
        />
      </p>
      {fault === undefined ? null : (
        <p role="alert" className="text-danger text-sm">
          {fault}
        </p>
      )}
    </form>
  )
}
