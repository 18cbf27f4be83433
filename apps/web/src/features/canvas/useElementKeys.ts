import { type KeyboardEvent, useCallback } from 'react'
import { useActions } from '../../editor/EditorContext.tsx'
import type { EditorActions } from '../../editor/editorActions.ts'
import { type CanvasUi, useCanvasUiStore } from './CanvasUi.tsx'
import { noteIdOf } from './noteNode.ts'

/**
 * Enter and Space on a card, a note or a wire that has the focus select it; Enter opens a card's agent, or else its
 * panel, and a note to be written in.
 */
export function useElementKeys(): (event: KeyboardEvent) => void {
  const actions = useActions()
  const ui = useCanvasUiStore()
  return useCallback(
    (event) => {
      const { target, key } = event
      // With a key held down it means something else: Mod+Enter runs.
      const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
      if (!isPlain || (key !== 'Enter' && key !== ' ') || !(target instanceof Element)) return
      const id = target.getAttribute('data-id')
      const take = id === null ? undefined : takeElement(target, id, actions, ui)
      if (take === undefined) return
      event.preventDefault()
      take(key === 'Enter')
    },
    [actions, ui],
  )
}

type Take = (opens: boolean) => void

/** What is done with an element of the canvas; nothing with others. */
function takeElement(target: Element, id: string, actions: EditorActions, ui: CanvasUi): Take | undefined {
  if (target.matches('.react-flow__edge')) return () => actions.select({ edgeIds: [id] })
  if (target.matches('.react-flow__node-step')) {
    return (opens) => {
      actions.select({ stepIds: [id] })
      if (opens && !actions.openAgentOf(id)) actions.showSide('step')
    }
  }
  const noteId = noteIdOf(id)
  if (noteId === undefined) return undefined
  return (opens) => {
    actions.select({ noteIds: [noteId] })
    if (opens) ui.setState({ writtenNote: noteId })
  }
}
