import { useEffect } from 'react'
import { useEditorInstance } from '../editor/EditorContext.tsx'
import { selectSelection } from '../editor/selectors.ts'
import { homeRank } from '../focus/homeRank.ts'

/**
 * Tab takes the card it comes to in hand, so that the keys of cards go to the one with the ring. Several that are selected
 * stay so. A press selects by itself, and what gives the focus back changes nothing.
 */
export function useTabSelects(): void {
  const { store, actions } = useEditorInstance()
  useEffect(() => {
    const ending = new AbortController()
    let isTab = false
    const onInput = (event: Event) => {
      isTab = event instanceof KeyboardEvent && event.key === 'Tab'
      // It moves the focus before anything else happens; whatever moves it later is no Tab.
      if (!isTab) return
      setTimeout(() => {
        isTab = false
      })
    }
    const onFocus = ({ target }: FocusEvent) => {
      if (!isTab || !(target instanceof HTMLElement) || target.dataset.focusHome !== String(homeRank.step)) return
      const { stepIds, noteIds } = selectSelection(store.getState())
      const { id } = target.dataset
      if (id !== undefined && stepIds.length + noteIds.length < 2) actions.select({ stepIds: [id] })
    }
    const options = { capture: true, signal: ending.signal }
    document.addEventListener('keydown', onInput, options)
    document.addEventListener('pointerdown', onInput, options)
    document.addEventListener('focusin', onFocus, options)
    return () => ending.abort()
  }, [store, actions])
}
