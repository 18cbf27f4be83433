import { useEffect } from 'react'

/** Puts the focus on the control with this id while it is wanted there. */
export function useWantedFocus(id: string, wanted: boolean, onFocused: () => void): void {
  useEffect(() => {
    if (!wanted) return
    document.getElementById(id)?.focus()
    onFocused()
  }, [id, wanted, onFocused])
}
