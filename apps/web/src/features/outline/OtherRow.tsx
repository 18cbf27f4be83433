import { cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Boxes, Flag, Play, StickyNote, Workflow } from 'lucide-react'
import type { ReactNode } from 'react'
import { arranging } from '../../editor/arranging.ts'
import { useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import type { Group } from '../../editor/groups.ts'
import { selectAgent } from '../../editor/selectors.ts'
import { TextWith } from '../../look/TextWith.tsx'
import { MenuButton } from './MenuButton.tsx'
import { NameInput } from './NameInput.tsx'
import { useOutlineHand } from './OutlineHand.ts'
import type { OutlineRow } from './OutlineRow.ts'
import { RowFrame } from './RowFrame.tsx'
import { groupWords, noteWords } from './rowWords.ts'

type RowOf<Kind extends OutlineRow['kind']> = { readonly row: Extract<OutlineRow, { kind: Kind }> }

/** Where a run begins, with what comes in, and where it ends. */
export function TerminalRow({ row }: RowOf<'start' | 'end'>) {
  const inputs = useEditor((state) => {
    const { fields } = selectAgent(state).stateType
    return Object.keys(fields)
      .filter((name) => fields[name]?.input)
      .join(', ')
  })
  const isStart = row.kind === 'start'
  const name = isStart ? t('Start') : t('End')
  const more = isStart ? inputs : ''
  return (
    <RowFrame
      row={row}
      label={more === '' ? name : t('{name}, takes {more}', { name, more })}
      actions={<MenuButton row={row} name={name} />}
    >
      <Round className={isStart ? 'text-accent' : 'text-ink-faint'}>
        {isStart ? <Play className="fill-current" /> : <Flag />}
      </Round>
      <span className="font-semibold">{name}</span>
      <span className="min-w-0 truncate text-ink-faint text-sm">{more}</span>
    </RowFrame>
  )
}

/** An agent that a step calls: it is opened in place. */
export function AgentRow({ row }: RowOf<'agent'>) {
  return (
    <RowFrame
      row={row}
      label={t('Agent {title}. Enter opens it', { title: row.title })}
      actions={<MenuButton row={row} name={t('the agent {title}', { title: row.title })} />}
    >
      <Workflow aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
      <span className="min-w-0 truncate text-ink-soft">
        <TextWith
          text={t('calls {title}')}
          parts={{ title: <span className="font-medium text-ink">{row.title}</span> }}
        />
      </span>
    </RowFrame>
  )
}

export function GroupRow({ row }: RowOf<'group'>) {
  const { group } = row
  const { opened } = useOutlineHand()
  return (
    <RowFrame
      row={row}
      label={t('Group {title}, {groupWords}', { title: group.title, groupWords: groupWords(group) })}
      actions={<MenuButton row={row} name={t('the group {title}', { title: group.title })} />}
    >
      <Round className="text-ink-soft">
        <Boxes />
      </Round>
      {opened?.kind === 'name' && opened.rowId === row.id ? (
        <GroupName group={group} />
      ) : (
        <span className="min-w-0 truncate font-semibold">{group.title}</span>
      )}
      <span className="shrink-0 text-ink-faint text-sm">{groupWords(group)}</span>
    </RowFrame>
  )
}

function GroupName({ group }: { readonly group: Group }) {
  const editor = useEditorInstance()
  return (
    <NameInput
      label={t('Name of {title}', { title: group.title })}
      name={group.title}
      onRename={(words) => arranging(editor).renameGroup(group.id, words)}
    />
  )
}

export function NoteRow({ row }: RowOf<'note'>) {
  const words = noteWords(row.note.text)
  return (
    <RowFrame
      row={row}
      label={t('Note: {words}', { words })}
      actions={<MenuButton row={row} name={t('the note {words}', { words })} />}
    >
      <Round className="text-warn">
        <StickyNote />
      </Round>
      <span className="min-w-0 truncate text-ink-soft">{words}</span>
    </RowFrame>
  )
}

function Round({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  return (
    <span aria-hidden className={cn('flex size-7 shrink-0 items-center justify-center [&_svg]:size-3.5', className)}>
      {children}
    </span>
  )
}
