import { TextField } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useId, useState } from 'react'
import { useActions, useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { selectAgent, selectFocus } from '../../editor/selectors.ts'
import { nameFault } from './nameFault.ts'
import { renameFieldInFile } from './renameFieldInFile.ts'

interface FieldNameProps {
  readonly name: string
  readonly disabled: boolean
}

/** The name of a field. It is changed when the field is left, so that no half-typed name is ever used. */
export function FieldName({ name, disabled }: FieldNameProps) {
  const actions = useActions()
  const editor = useEditorInstance()
  const agentId = useEditor(selectFocus)
  const others = useEditor((state) => selectAgent(state).stateType.fields)
  const [draft, setDraft] = useState<string>()
  const id = useId()
  const wanted = (draft ?? name).trim()
  const fault = wanted === name ? undefined : nameFault(wanted, Object.keys(others))
  const settle = () => {
    setDraft(undefined)
    if (wanted === name || fault !== undefined) return
    actions.editFile(
      `Rename ${name} to ${wanted}`,
      (file) => renameFieldInFile(file, agentId, editor, { from: name, to: wanted }),
      'record',
    )
  }
  return (
    <div className="flex flex-col gap-1">
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
      <p id={`${id}-help`} className={fault === undefined ? 'text-ink-faint text-sm' : 'text-danger text-sm'}>
        {fault ?? t('Prompts and expressions that name it follow along.')}
      </p>
    </div>
  )
}
