import { cn } from '@petal/ui'
import { plural, t } from '@petal/ui/language'
import { Handle, type NodeProps, Position, useStore, useUpdateNodeInternals } from '@xyflow/react'
import { type MouseEvent, memo, type RefObject, useEffect, useRef } from 'react'
import { arranging } from '../../editor/arranging.ts'
import { cardAnchor } from '../../editor/cardSize.ts'
import { useEditorInstance, useReadOnly } from '../../editor/EditorContext.tsx'
import type { Selection } from '../../editor/EditorState.ts'
import type { Group } from '../../editor/groups.ts'
import { selectSelection } from '../../editor/selectors.ts'
import { homeRank } from '../../focus/homeRank.ts'
import { useCanvasUi, useCanvasUiStore } from './CanvasUi.tsx'
import { inputHandle } from './cardGeometry.ts'
import { GroupSummary } from './GroupSummary.tsx'
import { GroupTitleField } from './GroupTitleField.tsx'
import { type GroupNode, titleHeight } from './groupNode.ts'
import { noteStyles } from './noteStyles.ts'
import { selectReadable } from './readableZoom.ts'

/** A group: its title moves all of its cards, a double click renames it, its arrow makes it one card. */
export const GroupCard = memo(function GroupCard({ id, data: { group }, selected }: NodeProps<GroupNode>) {
  const { collapsed, colour } = group
  const updateHandles = useUpdateNodeInternals()
  // biome-ignore lint/correctness/useExhaustiveDependencies: its dots come with this card, later than its place, and go when it is opened
  useEffect(() => updateHandles(id), [updateHandles, id, collapsed])
  const hand = useGroupHand(group)
  const card = useFocusOnceShut(collapsed)
  return (
    <div
      ref={card}
      {...hand}
      className={cn(
        'h-full w-full border',
        noteStyles[colour],
        collapsed
          ? 'flex flex-col rounded-xl border-2 shadow-md'
          : 'rounded-2xl border-dashed opacity-90 forced-colors:opacity-100',
        selected && 'outline-2 outline-accent -outline-offset-1',
      )}
    >
      <GroupTitle group={group} selected={selected} />
      {collapsed ? (
        <>
          <div className="petal-group-title flex items-center gap-2 px-3.5 text-ink-soft text-sm">
            <p>{membersOf(group)}</p>
            <GroupSummary group={group} />
          </div>
          <Handle
            type="target"
            id={inputHandle}
            position={Position.Left}
            isConnectable={false}
            className="petal-handle petal-handle-in"
            style={{ top: cardAnchor }}
          />
          <Handle
            type="source"
            id="out"
            position={Position.Right}
            isConnectable={false}
            className="petal-handle petal-handle-out"
            style={{ top: cardAnchor }}
          />
        </>
      ) : null}
    </div>
  )
})

/** When it is shut its cards are gone, and with them perhaps the focus: then its title has it, not a card beside it. */
function useFocusOnceShut(collapsed: boolean): RefObject<HTMLDivElement | null> {
  const card = useRef<HTMLDivElement>(null)
  const was = useRef(collapsed)
  useEffect(() => {
    const isShut = collapsed && !was.current
    was.current = collapsed
    const { activeElement } = document
    const isOnCard = activeElement?.matches('body, [data-focus-home]') ?? true
    if (isShut && isOnCard)
      card.current?.querySelector<HTMLElement>('.petal-group-name')?.focus({ preventScroll: true })
  }, [collapsed])
  return card
}

/** What the pointer does with a group. Of an open one only its title answers. */
function useGroupHand(group: Group) {
  const editor = useEditorInstance()
  const ui = useCanvasUiStore()
  const isEditable = useReadOnly() === undefined
  const { selectGroup } = arranging(editor)
  return {
    onClick: (event: MouseEvent) => {
      event.stopPropagation()
      selectGroup(group, event.shiftKey || event.ctrlKey || event.metaKey)
    },
    onContextMenu: (event: MouseEvent) => {
      event.preventDefault()
      event.stopPropagation()
      if (!isSelected(group, selectSelection(editor.store.getState()))) selectGroup(group)
      ui.setState({ menu: { target: { kind: 'group', group }, at: { x: event.clientX, y: event.clientY } } })
    },
    onDoubleClick: (event: MouseEvent) => {
      event.stopPropagation()
      if (isEditable) ui.setState({ renamedGroup: group.id })
    },
  }
}

function isSelected({ stepIds, noteIds }: Group, chosen: Pick<Selection, 'stepIds' | 'noteIds'>): boolean {
  return stepIds.every((id) => chosen.stepIds.includes(id)) && noteIds.every((id) => chosen.noteIds.includes(id))
}

function GroupTitle({ group, selected }: { readonly group: Group; readonly selected: boolean }) {
  const editor = useEditorInstance()
  const isRenamed = useCanvasUi((state) => state.renamedGroup === group.id)
  const isEditable = useReadOnly() === undefined
  const readable = useStore(selectReadable)
  const { title, collapsed } = group
  return (
    <div
      className="petal-group-title pointer-events-auto flex w-full cursor-grab items-center gap-1 rounded-t-2xl px-2"
      style={{ height: collapsed ? cardAnchor * 2 : titleHeight }}
    >
      <button
        type="button"
        aria-expanded={!collapsed}
        aria-label={collapsed ? t('Open {name}', { name: title }) : t('Collapse {name}', { name: title })}
        disabled={!isEditable}
        onClick={(event) => {
          event.stopPropagation()
          arranging(editor).toggleCollapsed([group])
        }}
        className="nodrag focus-ring flex size-6 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-hover"
      >
        <svg
          aria-hidden="true"
          viewBox="0 0 24 24"
          className={cn('size-4 fill-none stroke-current', collapsed && '-rotate-90')}
          strokeWidth={2}
        >
          <path d="m6 9 6 6 6-6" />
        </svg>
      </button>
      {isRenamed && isEditable ? (
        <GroupTitleField group={group} />
      ) : (
        <button
          type="button"
          // Of a group that is shut it has the focus in the place of the cards within.
          data-focus-home={collapsed && selected ? homeRank.selected : undefined}
          aria-label={t('Group {title}, {membersOf}', { title, membersOf: membersOf(group) })}
          className={`petal-group-name focus-ring min-w-0 truncate rounded-md px-1 font-semibold text-ink ${sizeOf(readable, collapsed)}`}
        >
          {title}
        </button>
      )}
    </div>
  )
}

/** From far away the title is as large as its line allows. */
function sizeOf(readable: boolean, collapsed: boolean): string {
  if (readable) return ''
  return collapsed ? 'text-[34px] leading-none' : 'text-[26px] leading-none'
}

function membersOf({ stepIds, noteIds }: Group): string {
  const steps = stepIds.length === 0 ? [] : [plural(stepIds.length, '{count} step', '{count} steps')]
  const notes = noteIds.length === 0 ? [] : [plural(noteIds.length, '{count} note', '{count} notes')]
  return [...steps, ...notes].join(', ')
}
