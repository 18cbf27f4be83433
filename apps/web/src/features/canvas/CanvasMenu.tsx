import { ContextMenu, type MenuEntry } from '@petal/ui'
import { useReactFlow } from '@xyflow/react'
import type { ReactNode } from 'react'
import { useCommandEntries } from '../../commands/CommandContext.tsx'
import { useEditorInstance } from '../../editor/EditorContext.tsx'
import { type MenuTarget, useCanvasUi } from './CanvasUi.tsx'
import type { CanvasEdge, CanvasNode } from './toFlow.ts'

const stepEntries = [
  'openPanel',
  'rename',
  'connect',
  '-',
  'cut',
  'copy',
  'duplicate',
  '-',
  'tidy',
  '-',
  'delete',
  'deleteAlone',
]
const canvasEntries = ['addStep', 'paste', '-', 'selectAll', 'tidy', 'fitView']

/** The menu of a card, a wire or the canvas itself; `useMenuTarget` says which of them was clicked. */
export function CanvasMenu({ children }: { readonly children: ReactNode }) {
  const target = useCanvasUi((state) => state.menu)
  const commandEntries = useCommandEntries()
  const edgeEntries = useEdgeEntries()
  return <ContextMenu entries={entriesOf(target, commandEntries, edgeEntries)}>{children}</ContextMenu>
}

function entriesOf(
  target: MenuTarget,
  commandEntries: (ids: readonly string[]) => readonly MenuEntry[],
  edgeEntries: (edgeId: string) => readonly MenuEntry[],
): readonly MenuEntry[] {
  if (target.kind === 'edge') return edgeEntries(target.edgeId)
  return commandEntries(target.kind === 'step' ? stepEntries : canvasEntries)
}

function useEdgeEntries(): (edgeId: string) => readonly MenuEntry[] {
  const { actions } = useEditorInstance()
  const { getEdge } = useReactFlow<CanvasNode, CanvasEdge>()
  return (edgeId) => {
    const drawn = getEdge(edgeId)?.data?.drawn
    if (!drawn) return []
    return [
      {
        id: 'remove',
        label: 'Remove connection',
        danger: true,
        shortcut: 'Delete',
        disabled: drawn.kind === 'ending',
        onSelect: () => actions.disconnect([edgeId]),
      },
    ]
  }
}
