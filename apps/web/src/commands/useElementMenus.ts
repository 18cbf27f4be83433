import type { MenuEntry } from '@petal/ui'
import { t } from '@petal/ui/language'
import { arranging } from '../editor/arranging.ts'
import { useEditorInstance, useReadOnly } from '../editor/EditorContext.tsx'
import type { Group } from '../editor/groups.ts'
import { type NoteColour, noteColours } from '../editor/notes.ts'
import { selectSelection } from '../editor/selectors.ts'
import { useCommandEntries } from './CommandContext.tsx'
import { lateCommands } from './lateCommands.ts'

const stepEntries = [
  'openAgent',
  'openPanel',
  'rename',
  'connect',
  'pauseBefore',
  'runTo',
  'runAgainFrom',
  'fixOutput',
  'disable',
  'pin',
  '-',
  'cut',
  'copy',
  'duplicate',
  '-',
  'selectBefore',
  'selectAfter',
  '-',
  'tidy',
  'group',
  'ungroup',
  'makeSubAgent',
  'dissolve',
  '-',
  'delete',
  'deleteAlone',
]
const alignEntries = [
  'align-left',
  'align-centre',
  'align-right',
  '-',
  'align-top',
  'align-middle',
  'align-bottom',
  '-',
  'distribute-horizontally',
  'distribute-vertically',
]
const groupEntries = ['collapseGroup', 'renameGroup', 'ungroup', '-', 'cut', 'copy', 'duplicate', '-', 'tidy', 'delete']
const canvasEntries = ['addStep', 'addNote', 'paste', 'goOn', '-', 'selectAll', 'tidy', 'snapToGrid', 'fitView']

/** What only some steps have, or there is only now and then: otherwise the menus do not speak of it. */
const rare: readonly string[] = ['openAgent', 'goOn', 'ungroup', 'dissolve']

/** The commands for what a row or a card shows. */
export const rowCommands: readonly string[] = [...stepEntries, ...groupEntries, ...alignEntries]

/** The menus of what an agent consists of. Each is about what is selected when it is asked for. */
export interface ElementMenus {
  ofStep(): readonly MenuEntry[]
  ofNote(noteId: string): readonly MenuEntry[]
  ofGroup(group: Group): readonly MenuEntry[]
  /** `isEnding`: it only shows that nothing follows. */
  ofEdge(edgeId: string, isEnding: boolean): readonly MenuEntry[]
  /** Where nothing stands. */
  ofCanvas(): readonly MenuEntry[]
}

/** The same menus wherever the agent is shown. */
export function useElementMenus(): ElementMenus {
  // A menu may be asked for before these have come by themselves.
  const entries = useCommandEntries(lateCommands)
  const editor = useEditorInstance()
  const disabled = useReadOnly() !== undefined
  const { actions, store } = editor
  const align = (): readonly MenuEntry[] => {
    const { stepIds, noteIds } = selectSelection(store.getState())
    if (stepIds.length + noteIds.length < 2) return []
    return [{ kind: 'submenu', id: 'align', label: t('Align'), entries: entries(alignEntries) }]
  }
  const colours = (paint: (colour: NoteColour) => void) =>
    noteColours.map(
      (colour): MenuEntry => ({
        id: colour,
        label: t('Make it {colour}', { colour }),
        disabled,
        onSelect: () => paint(colour),
      }),
    )
  const remove = (label: string, onSelect: () => void): MenuEntry => {
    return { id: 'delete', label, danger: true, shortcut: 'Delete', disabled, onSelect }
  }
  return {
    ofStep: () => [...align(), ...entries(stepEntries).filter(isOffered)],
    ofNote: (noteId) => [
      ...align(),
      ...colours((colour) => void arranging(editor).paintNote(noteId, colour)),
      remove(t('Delete'), () => actions.removeSelection()),
    ],
    ofGroup: (group) => [
      ...align(),
      ...entries(groupEntries),
      { kind: 'separator', id: 'colours' },
      ...colours((colour) => void arranging(editor).paintGroup(group.id, colour)),
    ],
    ofEdge: (edgeId, isEnding) => [
      { ...remove(t('Remove connection'), () => actions.disconnect([edgeId])), disabled: disabled || isEnding },
    ],
    ofCanvas: () => entries(canvasEntries).filter(isOffered),
  }
}

function isOffered(entry: MenuEntry): boolean {
  return !(rare.includes(entry.id) && 'disabled' in entry && entry.disabled === true)
}
