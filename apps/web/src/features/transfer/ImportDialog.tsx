import { Button, Dialog, TextArea } from '@petal/ui'
import { t } from '@petal/ui/language'
import { FileInput } from 'lucide-react'
import { type ChangeEvent, useRef, useState } from 'react'
import { ImportPreview } from './ImportPreview.tsx'
import { ImportRefused } from './ImportRefused.tsx'
import type { ImportPlan, ImportSource } from './planImport.ts'

interface ImportDialogProps {
  /** What was given, weighed; undefined while the person still chooses. */
  readonly plan: ImportPlan | undefined
  onFile(file: File): void
  onSource(source: ImportSource): void
  onClose(): void
}

/** Choose, look, decide. Nothing is opened or changed before the last click. */
export function ImportDialog({ plan, onFile, onSource, onClose }: ImportDialogProps) {
  if (plan?.ok) return <ImportPreview plan={plan} onClose={onClose} />
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('Import an agent')}
      description={t(
        'A file, a picture that was exported here, or a text. It is shown first; opening it runs nothing.',
      )}
    >
      {plan === undefined ? null : <ImportRefused plan={plan} />}
      <ImportChoice onFile={onFile} onSource={onSource} />
    </Dialog>
  )
}

function ImportChoice({ onFile, onSource }: Pick<ImportDialogProps, 'onFile' | 'onSource'>) {
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    if (file !== undefined) onFile(file)
    // Emptied, so that choosing the same file again is noticed.
    event.target.value = ''
  }
  return (
    <div className="flex flex-col gap-3">
      <button
        type="button"
        // biome-ignore lint/a11y/noAutofocus: a dialog takes the focus, and this is what it is opened for
        autoFocus
        onClick={() => input.current?.click()}
        className="focus-ring flex flex-col items-center gap-1 rounded-lg border border-line-strong border-dashed bg-sunken px-4 py-8 text-ink-soft hover:border-accent-line hover:bg-accent-soft"
      >
        <FileInput aria-hidden className="size-5 text-accent" />
        <span className="font-medium text-ink">{t('Choose a file')}</span>
        <span>{t('or drop one anywhere in the window')}</span>
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json,.svg,image/svg+xml,.png,image/png"
        className="hidden"
        aria-label={t('Agent file')}
        onChange={onChange}
      />
      <TextArea
        mono
        spellCheck={false}
        aria-label={t('Text of the agent')}
        placeholder={t('… or paste the text of an agent')}
        className="max-h-40"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex justify-end">
        <Button disabled={text.trim() === ''} onClick={() => onSource({ name: t('Pasted text'), content: text })}>
          {t('Look at it')}
        </Button>
      </div>
    </div>
  )
}
