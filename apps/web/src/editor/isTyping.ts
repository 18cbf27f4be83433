/** True where keys and the clipboard belong to a field or a dialog. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return (
    target.closest('input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="dialog"]') !==
    null
  )
}
