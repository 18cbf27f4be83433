/** When something that closes has sent the focus elsewhere, as "Rename" does, it stays there: it is not fetched back. */
export function keepNewFocus(event: Event): void {
  if (document.activeElement !== document.body) event.preventDefault()
}
