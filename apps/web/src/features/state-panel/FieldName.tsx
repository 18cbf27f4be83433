import { msg, t } from '@petal/ui/language'
import { useActions, useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { label } from '../../editor/label.ts'
import { selectAgent, selectFocus } from '../../editor/selectors.ts'
import { NameDraft } from '../../look/NameDraft.tsx'
import { nameFault } from './nameFault.ts'
import { renameFieldInFile } from './renameFieldInFile.ts'

interface FieldNameProps {
  readonly name: string
  readonly disabled: boolean
}

/** The name of a field. */
export function FieldName({ name, disabled }: FieldNameProps) {
  const actions = useActions()
  const editor = useEditorInstance()
  const agentId = useEditor(selectFocus)
  const others = useEditor((state) => selectAgent(state).stateType.fields)
  return (
    <div className="flex flex-col gap-1">
      <NameDraft
        name={name}
        disabled={disabled}
        help={t('Prompts and expressions that name it follow along.')}
        faultOf={(wanted) => nameFault(wanted, Object.keys(others))}
        onRename={(wanted) =>
          actions.editFile(
            label(msg('Rename {was} to {is}'), { was: name, is: wanted }),
            (file) => renameFieldInFile(file, agentId, editor, { from: name, to: wanted }),
            'record',
          )
        }
      />
    </div>
  )
}
