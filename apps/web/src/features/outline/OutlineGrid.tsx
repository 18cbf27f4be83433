import { t } from '@petal/ui/language'
import { type MouseEvent, useCallback, useMemo, useRef, useState } from 'react'
import { useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { selectAgent, selectSelection } from '../../editor/selectors.ts'
import { TextWith } from '../../look/TextWith.tsx'
import { listRows } from './listRows.ts'
import { NoteDialog } from './NoteDialog.tsx'
import { type OpenedAtRow, OutlineHandProvider } from './OutlineHand.ts'
import type { OutlineRow } from './OutlineRow.ts'
import { RowMenu } from './RowMenu.tsx'
import { RowView } from './RowView.tsx'
import { heightOf } from './rowPlaces.ts'
import { isRowSelected, selectionOf, selectRange, toggleRow } from './rowSelection.ts'
import { noteWords } from './rowWords.ts'
import { type ActiveRow, useActiveRow } from './useActiveRow.ts'
import { useFindRow } from './useFindRow.ts'
import { useGridKeys } from './useGridKeys.ts'
import { type RowVerbs, useRowVerbs } from './useRowVerbs.ts'
import { type RowWindow, useRowWindow } from './useRowWindow.ts'

/** The rows, of which only those in sight are drawn. */
export function OutlineGrid() {
  const list = useRef<HTMLDivElement>(null)
  const { rows, fold } = useRows()
  const view = useRowWindow(list, rows)
  const active = useActiveRow(list, rows, view)
  const { opened, open, close } = useOpened(active)
  const hand = useMemo(() => ({ opened, open, close }), [opened, open, close])
  const verbs = useRowVerbs(hand)
  const { go, toggle } = useSelecting(rows, active)
  const { typed, findRow } = useFindRow(useNames(rows), active.index, (index) => go(index, 'alone'))
  const openMenu = () => {
    const box = list.current?.querySelector('[role="row"][tabindex="0"]')?.getBoundingClientRect()
    if (box && active.row) open({ kind: 'menu', row: active.row, at: { x: box.left + 40, y: box.bottom } })
  }
  const closeMenu = () => {
    close('menu')
    // The menu would give the focus back to its button, which may be anywhere. What its entries open takes it later.
    setTimeout(active.takeBack)
  }
  const onKeyDown = useGridKeys({ rows, active, verbs, fold, toggle, go, openMenu, findRow })
  const pointer = usePointer({ rows, active, verbs, fold, go, toggle, open })
  return (
    <OutlineHandProvider value={hand}>
      <div
        ref={list}
        role="treegrid"
        aria-label={t('Steps in the order of a run')}
        aria-multiselectable
        aria-rowcount={rows.length}
        className="scroll-cue relative min-h-0 flex-1 overflow-y-auto overflow-x-hidden px-1.5 pb-1.5"
        onKeyDown={onKeyDown}
        {...active.handlers}
        {...pointer}
      >
        <Rows rows={rows} view={view} active={active} />
      </div>
      {typed === undefined ? null : <Typed letters={typed} />}
      {opened?.kind === 'menu' ? <RowMenu request={opened} verbs={verbs} onClose={closeMenu} /> : null}
      {opened?.kind === 'note' ? <NoteDialog noteId={opened.noteId} onClose={() => close('note')} /> : null}
    </OutlineHandProvider>
  )
}

interface RowsProps {
  readonly rows: readonly OutlineRow[]
  readonly view: RowWindow
  readonly active: ActiveRow
}

function Rows({ rows, view: { places, heights, drawn }, active }: RowsProps) {
  const [first, end] = drawn
  const indexes = Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index)
  // The one that has the focus keeps it out of sight.
  if (active.row && (active.index < first || active.index >= end)) indexes.push(active.index)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be windowed
    <div role="rowgroup" className="relative" style={{ height: places.total }}>
      {indexes.map((index) => {
        const row = rows[index]
        return row === undefined ? null : (
          <RowView
            key={row.id}
            row={row}
            index={index}
            top={places.tops[index] ?? 0}
            height={heightOf(row, heights)}
            isActive={index === active.index}
          />
        )
      })}
    </div>
  )
}

function Typed({ letters }: { readonly letters: string }) {
  return (
    <div aria-hidden className="border-line border-t px-3 py-1.5 text-ink-soft text-sm">
      <TextWith
        text={t('Go to: {letters}')}
        parts={{ letters: <span className="font-medium text-ink">{letters}</span> }}
      />
    </div>
  )
}

/** The rows of the agent in hand, and the way to fold those of one. */
function useRows() {
  const { facts } = useEditorInstance()
  const agent = useEditor(selectAgent)
  const revision = useEditor((state) => state.session.registryRevision)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  // biome-ignore lint/correctness/useExhaustiveDependencies: the facts of steps are others when their types are
  const rows = useMemo(() => listRows(agent, facts, folded), [agent, facts, folded, revision])
  const fold = useCallback((rowId: string, isFolded: boolean) => {
    setFolded((known) => new Set(isFolded ? [...known, rowId] : [...known].filter((id) => id !== rowId)))
  }, [])
  return { rows, fold }
}

/** What opens at a row. A menu is about what is selected: a row that is not becomes the selection. */
function useOpened({ select }: ActiveRow) {
  const { store } = useEditorInstance()
  const [opened, setOpened] = useState<OpenedAtRow>()
  const open = useCallback(
    (what: OpenedAtRow) => {
      if (what.kind === 'menu' && !isRowSelected(what.row, selectSelection(store.getState())))
        select(selectionOf(what.row))
      setOpened(what)
    },
    [store, select],
  )
  // What has opened meanwhile stays.
  const close = useCallback((kind: OpenedAtRow['kind']) => {
    setOpened((current) => (current?.kind === kind ? undefined : current))
  }, [])
  return { opened, open, close }
}

/** What rows are called, for those who type the name. */
function useNames(rows: readonly OutlineRow[]): () => readonly string[] {
  const { facts } = useEditorInstance()
  return () =>
    rows.map((row) => {
      if (row.kind === 'step') return row.step.nodeName ?? facts.of(row.step).typeTitle
      if (row.kind === 'group') return row.group.title
      if (row.kind === 'note') return noteWords(row.note.text)
      if (row.kind === 'start') return t('Start')
      return row.kind === 'end' ? t('End') : ''
    })
}

/** Going to rows and selecting them: one, all up to one, or one beside the others. */
function useSelecting(rows: readonly OutlineRow[], active: ActiveRow) {
  const { store } = useEditorInstance()
  const anchor = useRef<string>(undefined)
  const go = (index: number, how: 'alone' | 'range' | 'unselected') => {
    const row = rows[index]
    if (!row) return
    active.focus(index)
    if (how === 'range') {
      // All from the row where this began.
      anchor.current ??= active.row?.id
      const from = rows.findIndex(({ id }) => id === anchor.current)
      active.select(selectRange(rows, from === -1 ? active.index : from, index))
      return
    }
    anchor.current = undefined
    if (how === 'alone') active.select(selectionOf(row))
  }
  const toggle = (row: OutlineRow) => {
    anchor.current = undefined
    active.select(toggleRow(row, selectSelection(store.getState())))
  }
  return { go, toggle }
}

interface PointerTools {
  readonly rows: readonly OutlineRow[]
  readonly active: ActiveRow
  readonly verbs: RowVerbs
  fold(rowId: string, folded: boolean): void
  go(index: number, how: 'alone' | 'range' | 'unselected'): void
  toggle(row: OutlineRow): void
  open(what: OpenedAtRow): void
}

/** What a mouse or a finger does with rows. */
function usePointer({ rows, active, verbs, fold, go, toggle, open }: PointerTools) {
  const rowAt = ({ target, currentTarget }: MouseEvent): number => {
    if (!(target instanceof Element) || !currentTarget.contains(target)) return -1
    const id = target.closest('[data-row]')?.getAttribute('data-row')
    return target.closest('button, input') ? -1 : rows.findIndex((row) => row.id === id)
  }
  return {
    onClick: (event: MouseEvent) => {
      const index = rowAt(event)
      const row = rows[index]
      if (!row) return
      const isFold = event.target instanceof Element && event.target.closest('[data-fold]') !== null
      if (isFold && row.expanded !== undefined) fold(row.id, row.expanded)
      else if (event.ctrlKey || event.metaKey) {
        active.focus(index)
        toggle(row)
      } else go(index, event.shiftKey ? 'range' : 'alone')
    },
    onDoubleClick: (event: MouseEvent) => {
      const row = rows[rowAt(event)]
      if (row && !verbs.rename(row)) verbs.enter(row)
    },
    onContextMenu: (event: MouseEvent) => {
      const index = rowAt(event)
      const row = rows[index]
      if (!row) return
      event.preventDefault()
      active.focus(index)
      open({ kind: 'menu', row, at: { x: event.clientX, y: event.clientY } })
    },
  }
}
