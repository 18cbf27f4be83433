import { isInLayer } from './isInLayer.ts'

/** True where keys and the clipboard belong to a field, or to something that lies over the page. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return (
    target.closest('input, textarea, select, [contenteditable]:not([contenteditable="false"])') !== null ||
    isInLayer(target)
  )
}
