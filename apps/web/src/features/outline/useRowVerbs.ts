import { useMemo } from 'react'
import { arranging } from '../../editor/arranging.ts'
import type { Editor } from '../../editor/createEditor.ts'
import { useEditorInstance, useReadOnly } from '../../editor/EditorContext.tsx'
import type { OutlineHand } from './OutlineHand.ts'
import type { OutlineRow, OutlineWay } from './OutlineRow.ts'

/** What a person does with a row beyond what the commands do with all that is selected. */
export interface RowVerbs {
  /** What Enter and a double click do. */
  enter(row: OutlineRow): void
  /** False for a row that has no name of its own. */
  rename(row: OutlineRow): boolean
  /** Lets a way lead to a step that is chosen then. */
  leadOn(way: Pick<OutlineWay, 'kind' | 'edge'>): void
  insertStep(way: OutlineWay): void
  addNote(): void
}

export function useRowVerbs(hand: Pick<OutlineHand, 'open'>): RowVerbs {
  const editor = useEditorInstance()
  const isEditable = useReadOnly() === undefined
  return useMemo(() => {
    const { actions } = editor
    const leadOn: RowVerbs['leadOn'] = (way) => actions.askAboutEdge(way.kind === 'open' ? 'wire' : 'rewire', way.edge)
    return {
      enter: (row) => enterRow(row, editor, leadOn, (noteId) => hand.open({ kind: 'note', noteId })),
      rename: (row) => {
        if (!isEditable || (row.kind !== 'step' && row.kind !== 'group')) return false
        hand.open({ kind: 'name', rowId: row.id })
        return true
      },
      leadOn,
      insertStep: (way) => actions.askAboutEdge('insert', way.edge),
      addNote: () => {
        // Where no pointer says where, it goes to the first free place from the middle of the canvas on.
        const noteId = arranging(editor).addNote([0, 0], { near: true })
        if (noteId !== undefined) hand.open({ kind: 'note', noteId })
      },
    }
  }, [editor, isEditable, hand])
}

/** What is within a row: the agent or the form of a step, the text of a note, what a way leads to. */
function enterRow(row: OutlineRow, editor: Editor, leadOn: RowVerbs['leadOn'], write: (noteId: string) => void): void {
  const { actions } = editor
  switch (row.kind) {
    case 'step':
      if (!actions.openAgentOf(row.step.id)) actions.focusForm(row.step.id)
      break
    case 'agent':
      actions.openAgentOf(row.stepId, row.agentId)
      break
    case 'way':
      leadOn(row.way)
      break
    case 'note':
      write(row.note.id)
      break
    case 'group':
      arranging(editor).toggleCollapsed([row.group])
      break
    default:
      actions.showSide('state')
  }
}
