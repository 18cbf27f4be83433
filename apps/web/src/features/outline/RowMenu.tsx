import { Menu, type MenuEntry } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useCommandEntries, useOwnKeys } from '../../commands/CommandContext.tsx'
import { commandList, findCommand } from '../../commands/commandList.ts'
import { keysOf } from '../../commands/keysOf.ts'
import { lateCommands } from '../../commands/lateCommands.ts'
import { useElementMenus } from '../../commands/useElementMenus.ts'
import { useReadOnly } from '../../editor/EditorContext.tsx'
import { edgeId } from '../../editor/edgeId.ts'
import type { OpenedAtRow } from './OutlineHand.ts'
import type { OutlineRow } from './OutlineRow.ts'
import type { RowVerbs } from './useRowVerbs.ts'
import { wayFromStart } from './wayFromStart.ts'

interface RowMenuProps {
  readonly request: Extract<OpenedAtRow, { kind: 'menu' }>
  readonly verbs: RowVerbs
  onClose(): void
}

/** The menu of a row: that of the card on the canvas, with what has its own way here. */
export function RowMenu({ request: { row, at }, verbs, onClose }: RowMenuProps) {
  return (
    <Menu
      open
      onOpenChange={onClose}
      entries={useEntries(row, verbs)}
      trigger={
        <span aria-hidden="true" className="pointer-events-none fixed size-0" style={{ left: at.x, top: at.y }} />
      }
    />
  )
}

const moves = ['nudgeLeft8', 'nudgeRight8', 'nudgeUp8', 'nudgeDown8']

function useEntries(row: OutlineRow, verbs: RowVerbs): readonly MenuEntry[] {
  const menus = useElementMenus()
  const entries = useCommandEntries()
  const { own } = useOwnKeys()
  const disabled = useReadOnly() !== undefined
  // On a row the key does what the row offers, whichever command would be asked first elsewhere.
  const shortcutOf = (id: string) => {
    const [shortcut] = keysOf(findCommand(id, [...commandList, ...lateCommands]), own)
    return shortcut === undefined ? {} : { shortcut }
  }
  const line = (id: string): MenuEntry => ({ kind: 'separator', id })
  const move: MenuEntry = {
    kind: 'submenu',
    id: 'move',
    label: t('Move on the canvas'),
    entries: entries(moves).map(withAlt),
  }
  switch (row.kind) {
    case 'step':
      return [...replace(menus.ofStep(), 'rename', () => void verbs.rename(row)), line('moves'), move]
    case 'group':
      // Its key names the row that has the focus, also while its only step could be renamed.
      return [
        ...replace(menus.ofGroup(row.group), 'renameGroup', () => void verbs.rename(row), shortcutOf('renameGroup')),
        line('moves'),
        move,
      ]
    case 'note':
      return [
        { id: 'write', label: t('Write in it'), shortcut: 'Enter', disabled, onSelect: () => verbs.enter(row) },
        ...menus.ofNote(row.note.id),
        line('moves'),
        move,
      ]
    case 'start':
      return [
        {
          id: 'lead',
          label: t('Connect to …'),
          ...shortcutOf('connect'),
          disabled,
          onSelect: () => verbs.leadOn(wayFromStart),
        },
        line('adding'),
        ...replace(menus.ofCanvas(), 'addNote', verbs.addNote),
      ]
    case 'way':
      return [
        {
          id: 'lead',
          label: row.way.edge.to === 'END' ? t('Connect to …') : t('Lead elsewhere …'),
          shortcut: 'Enter',
          disabled,
          onSelect: () => verbs.leadOn(row.way),
        },
        { id: 'insert', label: t('Insert a step here'), disabled, onSelect: () => verbs.insertStep(row.way) },
        line('removing'),
        ...menus.ofEdge(edgeId(row.way.edge), row.way.kind === 'open'),
      ]
    case 'agent':
      return [{ id: 'open', label: t('Open it'), shortcut: 'Enter', onSelect: () => verbs.enter(row) }]
    default:
      return replace(menus.ofCanvas(), 'addNote', verbs.addNote)
  }
}

/** The plain arrows go from row to row. */
function withAlt(entry: MenuEntry): MenuEntry {
  return 'shortcut' in entry && entry.shortcut !== undefined ? { ...entry, shortcut: `Alt+${entry.shortcut}` } : entry
}

function replace(
  entries: readonly MenuEntry[],
  id: string,
  onSelect: () => void,
  keys: { readonly shortcut?: string } = {},
): readonly MenuEntry[] {
  return entries.map((entry) => (entry.id === id && 'onSelect' in entry ? { ...entry, ...keys, onSelect } : entry))
}
