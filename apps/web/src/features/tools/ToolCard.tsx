import { readTool, type ToolEntry } from '@petal/core/model'
import { Badge, Disclosure, IconButton } from '@petal/ui'
import { msg, t } from '@petal/ui/language'
import type { FormSlots } from '@petal/ui/schema-form'
import { Copy, Trash2 } from 'lucide-react'
import { useActions, useEditor, useJudgement } from '../../editor/EditorContext.tsx'
import { label } from '../../editor/label.ts'
import { ToolForm } from './ToolForm.tsx'
import { duplicateTool, removeTool } from './toolEdits.ts'

interface ToolCardProps {
  readonly tool: ToolEntry
  readonly index: number
  readonly slots: FormSlots
  readonly keys: readonly string[]
  readonly disabled: boolean
  /** Unfolded at first. */
  readonly isNew: boolean
}

/** One tool: a row that unfolds into its settings. */
export function ToolCard({ tool, index, slots, keys, disabled, isNew }: ToolCardProps) {
  const actions = useActions()
  const path = `tools[${index}]`
  const { name, definition } = readTool(tool)
  const focus = useEditor(({ session }) =>
    session.focusField?.path?.startsWith(path) === true ? session.focusField : undefined,
  )
  const hasProblem = useJudgement(({ problems }) =>
    problems.some((problem) => problem.agentId === undefined && problem.path?.startsWith(path) === true),
  )
  const called = name === '' ? t('a tool without a name') : name
  return (
    <li
      aria-label={t('Tool {label}', { label: called })}
      className="group/card rounded-md border border-line bg-surface pr-1 pl-2 shadow-sm dark:bg-sunken"
    >
      <Disclosure
        title={
          <span className="flex min-w-0 items-center gap-2">
            <span className="truncate font-mono text-ink text-sm">{called}</span>
            <Badge>{t(definition?.title ?? String(tool.kind))}</Badge>
            {tool.approval === undefined || tool.approval === 'never' ? null : <Badge tone="accent">{t('asks')}</Badge>}
          </span>
        }
        defaultOpen={isNew}
        dot={hasProblem ? 'danger' : undefined}
        dotLabel={t('something here has a problem')}
        openRequest={focus?.request}
        trailing={
          <>
            <IconButton
              label={t('Duplicate {label}', { label: called })}
              size="sm"
              disabled={disabled}
              className="pointer-coarse:opacity-100 opacity-0 focus-visible:opacity-100 group-hover/card:opacity-100"
              onClick={() =>
                actions.edit(
                  label(msg('Duplicate tool {name}'), { name }),
                  (agent) => duplicateTool(agent, index),
                  'record',
                )
              }
            >
              <Copy />
            </IconButton>
            <IconButton
              label={t('Delete {label}', { label: called })}
              size="sm"
              disabled={disabled}
              className="pointer-coarse:opacity-100 opacity-0 focus-visible:opacity-100 group-hover/card:opacity-100"
              onClick={() =>
                actions.edit(label(msg('Delete tool {name}'), { name }), (agent) => removeTool(agent, index), 'record')
              }
            >
              <Trash2 />
            </IconButton>
          </>
        }
      >
        <ToolForm tool={tool} index={index} slots={slots} keys={keys} disabled={disabled} />
      </Disclosure>
    </li>
  )
}
