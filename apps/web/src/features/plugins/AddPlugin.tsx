import { Button, cn, TextField } from '@petal/ui'
import { t } from '@petal/ui/language'
import { FileInput } from 'lucide-react'
import { type ChangeEvent, type FormEvent, useId, useRef, useState } from 'react'
import { catchFiles } from '../../look/catchFiles.ts'
import type { Looking } from './useOffer.ts'

/** The ways to load a plugin: a file that is chosen or dropped, or an address that is asked on this word only. */
export function AddPlugin({ looking }: { readonly looking: Looking }) {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    if (file !== undefined) looking.lookAtFile(file)
    // Emptied, so that choosing the same file again is noticed.
    event.target.value = ''
  }
  return (
    <section aria-label={t('Load a plugin')} className="flex flex-col gap-3">
      <button
        type="button"
        // biome-ignore lint/a11y/noAutofocus: a dialog takes the focus, and this is what it is opened for
        autoFocus
        onClick={() => input.current?.click()}
        className={cn(
          'focus-ring flex flex-col items-center gap-1 rounded-lg border border-dashed px-4 py-5 text-ink-soft hover:border-accent-line hover:bg-accent-soft',
          isOver ? 'border-accent bg-accent-soft' : 'border-line-strong bg-sunken',
        )}
        {...catchFiles(setOver, ([file]) => file && looking.lookAtFile(file))}
      >
        <FileInput aria-hidden className="size-5 text-accent" />
        <span className="font-medium text-ink">{t('Choose a file')}</span>
        <span>{t('or drop one here')}</span>
      </button>
      <input
        ref={input}
        type="file"
        accept=".js,.mjs,text/javascript"
        className="hidden"
        aria-label={t('Plugin file')}
        onChange={onChange}
      />
      <AddressForm looking={looking} />
    </section>
  )
}

function AddressForm({ looking: { busy, lookAtAddress } }: { readonly looking: Looking }) {
  const [address, setAddress] = useState('')
  const id = useId()
  const look = (event: FormEvent) => {
    event.preventDefault()
    if (address.trim() !== '' && !busy) lookAtAddress(address)
  }
  return (
    <form className="flex flex-col gap-1" onSubmit={look}>
      <label htmlFor={id} className="text-ink-soft text-sm">
        {t('Or an address')}
      </label>
      <div className="flex items-center gap-2">
        <TextField
          id={id}
          mono
          className="min-w-0 flex-1"
          inputMode="url"
          spellCheck={false}
          placeholder="https://example.org/tools.plugin.js"
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
        <Button type="submit" busy={busy} disabled={address.trim() === ''}>
          {t('Look at it')}
        </Button>
      </div>
    </form>
  )
}
