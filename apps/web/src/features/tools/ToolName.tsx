import type { Problem } from '@petal/core/model'
import { TextField } from '@petal/ui'
import { t } from '@petal/ui/language'
import { ProblemNote } from '@petal/ui/schema-form'
import { useId, useState } from 'react'
import { useActions, useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { selectAgent } from '../../editor/selectors.ts'
import { renameTool, toolNameFault } from './toolEdits.ts'

interface ToolNameProps {
  readonly name: string
  readonly index: number
  readonly problems: readonly Problem[]
  onFix(problem: Problem): void
  readonly disabled: boolean
}

/** The name of a tool. It is changed when the field is left, so that no half-typed name is ever used. */
export function ToolName({ name, index, problems, onFix, disabled }: ToolNameProps) {
  const actions = useActions()
  const { registry } = useEditorInstance()
  const tools = useEditor((state) => selectAgent(state).tools) ?? []
  const [draft, setDraft] = useState<string>()
  const id = useId()
  const wanted = (draft ?? name).trim()
  const fault = wanted === name ? undefined : toolNameFault(wanted, tools.toSpliced(index, 1))
  const settle = () => {
    setDraft(undefined)
    if (wanted === name || fault !== undefined) return
    actions.edit(`Rename ${name} to ${wanted}`, (agent) => renameTool(agent, index, wanted, registry), 'record')
  }
  return (
    <div data-field-path={`tools[${index}].name`} className="flex scroll-my-12 flex-col gap-1">
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
      {problems.map((problem) => (
        <ProblemNote key={problem.message} problem={problem} onFix={() => onFix(problem)} />
      ))}
      <p id={`${id}-help`} className={fault === undefined ? 'text-ink-faint text-sm' : 'text-danger text-sm'}>
        {fault ?? t('Models call it by this name. Steps that use it follow along.')}
      </p>
    </div>
  )
}
