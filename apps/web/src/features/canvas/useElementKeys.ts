import { type KeyboardEvent, useCallback } from 'react'
import { useActions } from '../../editor/EditorContext.tsx'

/** Enter and Space on a card or a wire that has the focus select it; Enter opens a card's agent, or else its panel. */
export function useElementKeys(): (event: KeyboardEvent) => void {
  const actions = useActions()
  return useCallback(
    (event) => {
      if ((event.key !== 'Enter' && event.key !== ' ') || !(event.target instanceof Element)) return
      const id = event.target.getAttribute('data-id')
      if (id === null) return
      if (event.target.matches('.react-flow__edge')) actions.select({ edgeIds: [id] })
      else if (event.target.matches('.react-flow__node-step')) actions.select({ stepIds: [id] })
      else return
      event.preventDefault()
      if (event.key !== 'Enter' || !event.target.matches('.react-flow__node-step')) return
      if (!actions.openAgentOf(id)) actions.showSide('step')
    },
    [actions],
  )
}
