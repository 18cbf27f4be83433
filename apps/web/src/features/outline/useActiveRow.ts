import {
  type FocusEvent as ReactFocusEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import type { Selection } from '../../editor/EditorState.ts'
import { selectSelection } from '../../editor/selectors.ts'
import type { OutlineRow } from './OutlineRow.ts'
import { isRowSelected, rowOfSelection } from './rowSelection.ts'
import { useFollowedHistory } from './useFollowedHistory.ts'
import type { RowWindow } from './useRowWindow.ts'

/** The one row that Tab leads to. */
export interface ActiveRow {
  readonly index: number
  readonly row: OutlineRow | undefined
  /** Puts the focus on a row. */
  focus(index: number): void
  /** Takes the focus back when nothing has it. */
  takeBack(): void
  /** Selects, and leaves the focus where it is. */
  select(selection: Selection): void
  readonly handlers: {
    onFocus(event: ReactFocusEvent): void
    onBlur(event: ReactFocusEvent): void
  }
}

/**
 * Keeps the focus on a row: it stays on the same one while others come and go, goes to its neighbour when it goes
 * itself, and follows what is selected elsewhere.
 */
export function useActiveRow(
  list: RefObject<HTMLElement | null>,
  rows: readonly OutlineRow[],
  { reveal }: Pick<RowWindow, 'reveal'>,
): ActiveRow {
  const isWithin = useRef(false)
  const [activeId, setActiveId] = useFollowedHistory(rows, isWithin)
  const last = useRef(0)
  const found = rows.findIndex(({ id }) => id === activeId)
  const index = found === -1 ? Math.min(last.current, rows.length - 1) : found
  const row = rows[index]
  const wanted = useRef(false)
  useLayoutEffect(() => {
    last.current = index
    const isLost = isWithin.current && document.activeElement === document.body
    // What closed gave the focus back to the row it came from, which is no longer the one in hand.
    const focused = list.current?.querySelector('[data-row]:focus-within')?.getAttribute('data-row')
    const isElsewhere = focused !== undefined && focused !== row?.id
    if ((!wanted.current && !isLost && !isElsewhere) || row === undefined) return
    wanted.current = false
    reveal(index)
    list.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus({ preventScroll: true })
  })
  const [, drawAgain] = useState(0)
  const focusId = useCallback(
    (id: string | undefined) => {
      wanted.current = true
      setActiveId(id)
      // The same row may have to take the focus back.
      drawAgain((count) => count + 1)
    },
    [setActiveId],
  )
  const select = useFollowedSelection(rows, row, (id, isForForm) =>
    isWithin.current && !isForForm ? focusId(id) : setActiveId(id),
  )
  // The row that is active by then: what is selected may have become it in the same moment.
  useWantedFocus(() => {
    wanted.current = true
    drawAgain((count) => count + 1)
  })
  const takeInHand = useInHand(list)
  return {
    index,
    row,
    focus: (at) => focusId(rows[at]?.id),
    takeBack: () => {
      isWithin.current = true
      drawAgain((count) => count + 1)
    },
    select,
    handlers: {
      onFocus: ({ currentTarget, target }) => {
        // What opens over the list belongs to it for React only.
        if (!currentTarget.contains(target)) return
        isWithin.current = true
        // A button that is pressed by pointer is no row that keys go to.
        takeInHand(target.matches('[role="row"], :focus-visible'))
        const id = target.closest('[data-row]')?.getAttribute('data-row')
        if (id !== null && id !== undefined) setActiveId(id)
      },
      onBlur: ({ currentTarget, relatedTarget }) => {
        const next = relatedTarget instanceof Element ? relatedTarget : undefined
        isWithin.current = next !== undefined && currentTarget.contains(next)
        if (!isWithin.current && !next?.closest(overRows)) takeInHand(false)
      },
    },
  }
}

/** What is selected on the canvas, pasted or grouped is the row in hand here, too. Gives the way to select from here. */
function useFollowedSelection(
  rows: readonly OutlineRow[],
  active: OutlineRow | undefined,
  go: (id: string, isForForm: boolean) => void,
): (selection: Selection) => void {
  const { store, actions } = useEditorInstance()
  const selection = useEditor(selectSelection)
  const known = useRef<typeof selection>(undefined)
  const field = useRef(store.getState().session.focusField)
  useEffect(() => {
    if (known.current === selection) return
    known.current = selection
    const { focusField } = store.getState().session
    // A new step's form has asked for the focus.
    const isForForm = focusField !== field.current
    field.current = focusField
    if (active && isRowSelected(active, selection)) return
    const row = rowOfSelection(rows, selection)
    if (row) go(row.id, isForForm)
  })
  return useCallback(
    (next) => {
      actions.select(next)
      known.current = selectSelection(store.getState())
    },
    [actions, store],
  )
}

/** The focus comes by a command. */
function useWantedFocus(take: () => void): void {
  const isWanted = useEditor((state) => state.session.focusOutline)
  const { outlineFocused } = useEditorInstance().actions
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    if (!isWanted) return
    outlineFocused()
    latest.current()
  }, [isWanted, outlineFocused])
}

/** What may lie over the rows: once it is closed, they have the focus again. */
const overRows = ['dialog', 'alertdialog', 'menu', 'listbox'].map((role) => `[role="${role}"]`).join()

/** Tells the editor whether keys go to the rows: no longer, once something else on the page has the focus. */
function useInHand(list: RefObject<HTMLElement | null>): (isInHand: boolean) => void {
  const { store, actions } = useEditorInstance()
  const isInHand = useEditor((state) => state.session.outlineInHand)
  const tell = useCallback(
    (isInHand: boolean) => {
      if (store.getState().session.outlineInHand !== isInHand) actions.takeOutlineInHand(isInHand)
    },
    [store, actions],
  )
  useEffect(() => {
    if (!isInHand) return undefined
    const onFocus = ({ target }: FocusEvent) => {
      const isOver = target instanceof Element && target.closest(overRows) !== null
      if (!isOver && !(target instanceof Node && list.current?.contains(target))) tell(false)
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [isInHand, list, tell])
  useEffect(() => () => tell(false), [tell])
  return tell
}
