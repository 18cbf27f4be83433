import type { KeyboardEvent } from 'react'

/** Control or Command and Enter send what is written; Enter alone begins a new line. */
export function submitOn(submit: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    submit()
  }
}
