import type { KeyboardEvent } from 'react'
import { useCommandRunner, useOwnKeys } from '../../commands/CommandContext.tsx'
import { commandList } from '../../commands/commandList.ts'
import { keysOf } from '../../commands/keysOf.ts'
import { pressedKeys } from '../../commands/pressedKeys.ts'
import { rowCommands } from '../../commands/useElementMenus.ts'
import { useEditorInstance } from '../../editor/EditorContext.tsx'
import { isTyping } from '../../editor/isTyping.ts'
import { selectSelection } from '../../editor/selectors.ts'
import { moveToRow, ownerOf } from './moveToRow.ts'
import type { OutlineRow } from './OutlineRow.ts'
import { isRowSelected, selectionOf } from './rowSelection.ts'
import type { ActiveRow } from './useActiveRow.ts'
import type { RowVerbs } from './useRowVerbs.ts'
import { wayFromStart } from './wayFromStart.ts'

interface GridTools {
  readonly rows: readonly OutlineRow[]
  readonly active: ActiveRow
  readonly verbs: RowVerbs
  fold(rowId: string, folded: boolean): void
  /** Adds a row to what is selected, or takes it away. */
  toggle(row: OutlineRow): void
  /** Goes to a row, alone or with all from where the last one was selected alone. */
  go(index: number, how: 'alone' | 'range' | 'unselected'): void
  openMenu(): void
  /** True when a letter looks for a row. */
  findRow(event: KeyboardEvent): boolean
}

/**
 * The keys of the grid, after the pattern of the treegrid: arrows go from row to row and into the buttons of one, with
 * Shift they select, with Mod they only go. All others are those of the commands, for the row that has the focus.
 */
export function useGridKeys(tools: GridTools): (event: KeyboardEvent<HTMLElement>) => void {
  const { store } = useEditorInstance()
  const commands = useRowCommands()
  return (event) => {
    const { target, currentTarget } = event
    const { active } = tools
    const { row } = active
    if (!(target instanceof HTMLElement) || !currentTarget.contains(target) || isTyping(target) || !row) return
    const isRow = target.matches('[role="row"]')
    const isDone =
      commands.moveCard(event) ||
      (isRow ? commands.ownWay(event, row, tools) || ownKeys(event, row, tools) : cellKeys(event, target))
    if (isDone) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    // What a command does is done with the row that has the focus.
    const isInHand = isRowSelected(row, selectSelection(store.getState()))
    if (commands.isForRow(event) && !isInHand) active.select(selectionOf(row))
  }
}

/** Keys that no command has, on a row. */
function ownKeys(event: KeyboardEvent, row: OutlineRow, tools: GridTools): boolean {
  const { key, shiftKey, altKey } = event
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) tools.openMenu()
  else if (altKey) return false
  else if (key === ' ') tools.toggle(row)
  else return goKeys(event, row, tools)
  return true
}

/** Keys that lead to another row, into this one or out of it. */
function goKeys(event: KeyboardEvent, row: OutlineRow, tools: GridTools): boolean {
  const { key, shiftKey } = event
  const isMod = event.ctrlKey || event.metaKey
  const next = moveToRow(tools.rows, tools.active.index, key)
  if (next !== undefined) tools.go(next, shiftKey ? 'range' : isMod ? 'unselected' : 'alone')
  else if (isMod) return false
  else if (key === 'ArrowLeft') goOut(row, tools)
  else if (key === 'ArrowRight') goIn(event, row, tools)
  else if (key === 'Enter') tools.verbs.enter(row)
  else return tools.findRow(event)
  return true
}

function goOut(row: OutlineRow, { rows, active, fold, go }: GridTools): void {
  const owner = ownerOf(rows, active.index)
  if (row.expanded === true) fold(row.id, true)
  else if (owner !== undefined) go(owner, 'alone')
}

function goIn({ currentTarget }: KeyboardEvent, row: OutlineRow, { fold }: GridTools): void {
  if (row.expanded === false) fold(row.id, false)
  else buttonsOf(currentTarget.querySelector('[role="row"][tabindex="0"]'))[0]?.focus()
}

/** On a button of a row: the arrows go to the next one, and out again at the left. */
function cellKeys({ key }: KeyboardEvent, target: HTMLElement): boolean {
  const row = target.closest<HTMLElement>('[role="row"]')
  const buttons = buttonsOf(row)
  const at = buttons.indexOf(target)
  if (at === -1) return false
  if (key === 'ArrowRight') buttons[at + 1]?.focus()
  else if (key === 'ArrowLeft') (buttons[at - 1] ?? row)?.focus()
  else if (key === 'Escape' || key === 'ArrowUp' || key === 'ArrowDown') row?.focus()
  else return false
  return true
}

function buttonsOf(row: Element | null): readonly HTMLElement[] {
  return [...(row?.querySelectorAll<HTMLElement>('button') ?? [])]
}

/** Steps are connected by the command. */
function leadOn(row: OutlineRow, verbs: RowVerbs): boolean {
  if (row.kind === 'way') verbs.leadOn(row.way)
  else if (row.kind === 'start') verbs.leadOn(wayFromStart)
  else return false
  return true
}

const directions = ['Left', 'Right', 'Up', 'Down']

/** The commands as far as keys on a row mean something of their own. */
function useRowCommands() {
  const runner = useCommandRunner()
  const { own } = useOwnKeys()
  const isPressed = (event: KeyboardEvent, ids: readonly string[]) => {
    const pressed = pressedKeys(event.nativeEvent)
    if (pressed === undefined) return false
    return commandList.some((command) => ids.includes(command.id) && keysOf(command, own).includes(pressed))
  }
  return {
    isForRow: (event: KeyboardEvent) => isPressed(event, rowCommands),
    /** The plain arrows go from row to row, so cards are moved with Alt. */
    moveCard: ({ key, altKey, shiftKey }: KeyboardEvent): boolean => {
      const direction = directions.find((name) => key === `Arrow${name}`)
      if (!altKey || direction === undefined) return false
      const command = commandList.find(({ id }) => id === `nudge${direction}${shiftKey ? 1 : 8}`)
      if (command && runner.isEnabled(command)) runner.run(command)
      return true
    },
    /** What is done in the outline itself instead of on the canvas or in the panel. */
    ownWay: (event: KeyboardEvent, row: OutlineRow, { verbs }: GridTools): boolean => {
      if (isPressed(event, ['rename', 'renameGroup'])) return verbs.rename(row)
      if (isPressed(event, ['addNote'])) verbs.addNote()
      else if (isPressed(event, ['connect'])) return leadOn(row, verbs)
      else return false
      return true
    },
  }
}
