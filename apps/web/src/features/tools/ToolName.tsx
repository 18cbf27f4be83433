import type { Problem } from '@petal/core/model'
import { msg, t } from '@petal/ui/language'
import { ProblemNote } from '@petal/ui/schema-form'
import { useActions, useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { label } from '../../editor/label.ts'
import { selectAgent } from '../../editor/selectors.ts'
import { NameDraft } from '../../look/NameDraft.tsx'
import { renameTool, toolNameFault } from './toolEdits.ts'

interface ToolNameProps {
  readonly name: string
  readonly index: number
  readonly problems: readonly Problem[]
  onFix(problem: Problem): void
  readonly disabled: boolean
}

/** The name of a tool. */
export function ToolName({ name, index, problems, onFix, disabled }: ToolNameProps) {
  const actions = useActions()
  const { registry } = useEditorInstance()
  const tools = useEditor((state) => selectAgent(state).tools) ?? []
  return (
    <div data-field-path={`tools[${index}].name`} className="flex scroll-my-12 flex-col gap-1">
      <NameDraft
        name={name}
        disabled={disabled}
        help={t('Models call it by this name. Steps that use it follow along.')}
        faultOf={(wanted) => toolNameFault(wanted, tools.toSpliced(index, 1))}
        onRename={(wanted) =>
          actions.edit(
            label(msg('Rename {was} to {is}'), { was: name, is: wanted }),
            (agent) => renameTool(agent, index, wanted, registry),
            'record',
          )
        }
      >
        {problems.map((problem) => (
          <ProblemNote key={problem.message} problem={problem} onFix={() => onFix(problem)} />
        ))}
      </NameDraft>
    </div>
  )
}
