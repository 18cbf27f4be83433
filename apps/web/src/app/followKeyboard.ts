/** Lower than this, beside a keyboard on the screen, there is room only for what is written in, in pixels. */
const low = 560
const fields = 'input, textarea, [contenteditable="true"]'

/**
 * Keeps what is written in above the keyboard on the screen. Some browsers make the page lower when it opens, others lay
 * it over the page: there the page is made as low as what is seen of it. `data-writing` says that the room is scarce.
 */
export function followKeyboard(page: Window): () => void {
  const { visualViewport, document } = page
  const root = document.documentElement
  const follow = () => {
    // Someone looks closer with two fingers.
    if (visualViewport === null || visualViewport.scale > 1.05) return
    const { height } = visualViewport
    root.style.height = height < page.innerHeight - 1 ? `${Math.round(height)}px` : ''
    const field = document.activeElement?.matches(fields) ? document.activeElement : undefined
    const isLow = field !== undefined && height < low
    root.toggleAttribute('data-writing', isLow)
    // Once the panel has its new height.
    if (isLow) requestAnimationFrame(() => field.scrollIntoView({ block: 'center' }))
  }
  visualViewport?.addEventListener('resize', follow)
  document.addEventListener('focusin', follow)
  return () => {
    visualViewport?.removeEventListener('resize', follow)
    document.removeEventListener('focusin', follow)
    root.style.height = ''
    root.removeAttribute('data-writing')
  }
}
