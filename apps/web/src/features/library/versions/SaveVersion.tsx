import { Button, TextField } from '@petal/ui'
import { t } from '@petal/ui/language'
import { type FormEvent, useState } from 'react'
import { toAgentConfig } from '../../../editor/AgentDocument.ts'
import { useEditorInstance } from '../../../editor/EditorContext.tsx'
import { selectFile } from '../../../editor/selectors.ts'
import { keepVersion } from '../../../storage/keepVersion.ts'
import { toStorageError } from '../../../storage/toStorageError.ts'
import { useWorkspace } from '../../../storage/WorkspaceContext.tsx'

/** Keeps the agent as it is now under a name. What was typed stays when that fails. */
export function SaveVersion({ onSaved }: { onSaved(): Promise<void> }) {
  const workspace = useWorkspace()
  const { store } = useEditorInstance()
  const [name, setName] = useState('')
  const [fault, setFault] = useState<string>()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    try {
      await workspace.save()
      await keepVersion(workspace, toAgentConfig(selectFile(store.getState())), { name: name.trim() })
      setName('')
      setFault(undefined)
      await onSaved()
    } catch (error) {
      setFault(toStorageError(error).wording.said)
    }
  }
  return (
    <form onSubmit={save} className="flex flex-col gap-1.5 border-line border-b p-3">
      <div className="flex gap-2">
        <TextField
          className="min-w-0 flex-1"
          aria-label={t('Name of the version')}
          placeholder={t('Name of this version')}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" disabled={name.trim() === ''}>
          {t('Save a version')}
        </Button>
      </div>
      {fault === undefined ? null : (
        <p role="alert" className="text-danger text-sm">
          {t('Not kept. {fault}', { fault })}
        </p>
      )}
    </form>
  )
}
