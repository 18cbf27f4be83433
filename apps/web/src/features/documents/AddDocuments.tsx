import { wordingOf } from '@petal/core/model'
import { Button, cn, TextArea, TextField } from '@petal/ui'
import { plural, t } from '@petal/ui/language'
import { FilePlus, Type } from 'lucide-react'
import { type ChangeEvent, useRef, useState } from 'react'
import { acceptedFiles } from '../../documents/fileKind.ts'
import { catchFiles } from '../../look/catchFiles.ts'

interface AddDocumentsProps {
  /** Names that are taken. */
  readonly names: readonly string[]
  onFiles(files: readonly File[]): void
  onText(name: string, text: string): Promise<void>
}

/** The ways to add documents: files by a button or dropped, or a text that is typed or pasted. */
export function AddDocuments({ names, onFiles, onText }: AddDocumentsProps) {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [isWriting, setWriting] = useState(false)
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])])
    // Emptied, so that choosing the same file again is noticed.
    event.target.value = ''
  }
  return (
    <>
      <section
        aria-label={t('Add documents')}
        className={cn(
          'flex flex-wrap items-center gap-2 rounded-md border border-dashed p-2',
          isOver ? 'border-accent bg-accent-soft' : 'border-line-strong',
        )}
        {...catchFiles(setOver, onFiles)}
      >
        <Button size="sm" icon={<FilePlus />} onClick={() => input.current?.click()}>
          {t('Add files')}
        </Button>
        <Button size="sm" icon={<Type />} aria-expanded={isWriting} onClick={() => setWriting(!isWriting)}>
          {t('Add text')}
        </Button>
        <span className="text-ink-faint text-sm">{t('or drop files here')}</span>
        <input
          ref={input}
          type="file"
          multiple
          accept={acceptedFiles}
          className="hidden"
          aria-label={t('Document files')}
          onChange={onChange}
        />
      </section>
      {isWriting ? <TextForm names={names} onText={onText} onClose={() => setWriting(false)} /> : null}
    </>
  )
}

function TextForm({ names, onText, onClose }: Omit<AddDocumentsProps, 'onFiles'> & { onClose(): void }) {
  const [name, setName] = useState(() => freeName(names))
  const [text, setText] = useState('')
  const [fault, setFault] = useState<string>()
  const add = async () => {
    try {
      await onText(name.trim(), text.trim())
      onClose()
    } catch (error) {
      setFault(wordingOf(error).said)
    }
  }
  return (
    <div className="flex flex-col gap-2 rounded-md bg-sunken p-2">
      <TextField aria-label={t('Name of the text')} value={name} onChange={(event) => setName(event.target.value)} />
      <TextArea
        autoFocus
        aria-label={t('Text of the document')}
        className="max-h-60"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {fault === undefined ? null : (
        <p role="alert" className="text-danger text-sm">
          {fault}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button size="sm" variant="ghost" onClick={onClose}>
          {t('Cancel')}
        </Button>
        <Button size="sm" variant="primary" disabled={name.trim() === '' || text.trim() === ''} onClick={add}>
          {t('Add')}
        </Button>
      </div>
    </div>
  )
}

function freeName(names: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const name = plural(number, 'Text', 'Text {count}')
    if (!names.includes(name)) return name
  }
}
