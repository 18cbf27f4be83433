import { Menu, type MenuEntry } from '@petal/ui'
import { useReactFlow } from '@xyflow/react'
import { useCommandEntries } from '../../commands/CommandContext.tsx'
import { arranging } from '../../editor/arranging.ts'
import type { Editor } from '../../editor/createEditor.ts'
import { useEditorInstance, useReadOnly } from '../../editor/EditorContext.tsx'
import { type NoteColour, noteColours } from '../../editor/notes.ts'
import { selectSelection } from '../../editor/selectors.ts'
import { type MenuRequest, useCanvasUi, useCanvasUiStore } from './CanvasUi.tsx'
import type { CanvasEdge, CanvasNode } from './toFlow.ts'

const stepEntries = [
  'openAgent',
  'openPanel',
  'rename',
  'connect',
  'pauseBefore',
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
const canvasEntries = ['addStep', 'addNote', 'paste', '-', 'selectAll', 'tidy', 'snapToGrid', 'fitView']

/** The menu of a card, a wire or the canvas itself, at the pointer; `useMenuTarget` asks for it. */
export function CanvasMenu() {
  const request = useCanvasUi((state) => state.menu)
  return request ? <OpenMenu request={request} key={`${request.at.x} ${request.at.y}`} /> : null
}

function OpenMenu({ request }: { readonly request: MenuRequest }) {
  const ui = useCanvasUiStore()
  return (
    <Menu
      open
      onOpenChange={() => ui.setState({ menu: undefined })}
      entries={useEntries(request)}
      trigger={
        <span
          aria-hidden="true"
          className="pointer-events-none fixed size-0"
          style={{ left: request.at.x, top: request.at.y }}
        />
      }
    />
  )
}

function useEntries({ target }: MenuRequest): readonly MenuEntry[] {
  const commandEntries = useCommandEntries()
  const editor = useEditorInstance()
  const { actions, store } = editor
  const readOnly = useReadOnly()
  const { getEdge } = useReactFlow<CanvasNode, CanvasEdge>()
  const { stepIds, noteIds } = selectSelection(store.getState())
  const align: readonly MenuEntry[] =
    stepIds.length + noteIds.length < 2
      ? []
      : [{ kind: 'submenu', id: 'align', label: 'Align', entries: commandEntries(alignEntries) }]
  if (target.kind === 'note') return [...align, ...noteEntries(target.noteId, editor, readOnly !== undefined)]
  if (target.kind === 'group') {
    const { paintGroup } = arranging(editor)
    const paint = colourEntries((colour) => void paintGroup(target.group.id, colour), readOnly !== undefined)
    return [...align, ...commandEntries(groupEntries), { kind: 'separator', id: 'colours' }, ...paint]
  }
  if (target.kind !== 'edge') {
    return target.kind === 'step' ? [...align, ...commandEntries(stepEntries)] : commandEntries(canvasEntries)
  }
  const isEnding = getEdge(target.edgeId)?.data?.drawn.kind === 'ending'
  return [
    {
      id: 'remove',
      label: 'Remove connection',
      danger: true,
      shortcut: 'Delete',
      disabled: isEnding || readOnly !== undefined,
      onSelect: () => actions.disconnect([target.edgeId]),
    },
  ]
}

function colourEntries(paint: (colour: NoteColour) => void, disabled: boolean): readonly MenuEntry[] {
  return noteColours.map((colour) => ({
    id: colour,
    label: `Make it ${colour}`,
    disabled,
    onSelect: () => paint(colour),
  }))
}

function noteEntries(noteId: string, editor: Editor, disabled: boolean): readonly MenuEntry[] {
  return [
    ...colourEntries((colour) => void arranging(editor).paintNote(noteId, colour), disabled),
    {
      id: 'delete',
      label: 'Delete',
      danger: true,
      shortcut: 'Delete',
      disabled,
      onSelect: () => editor.actions.removeSelection(),
    },
  ]
}
