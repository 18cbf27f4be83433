import { isWrittenIn } from '@petal/ui'

/** Lower than this, beside a keyboard on the screen, there is room only for what is written in, in pixels. */
const low = 560

/**
 * Keeps what is written in above the keyboard on the screen. Some browsers make the page lower when it opens, others lay
 * it over the page: there the page is made as low as what is seen of it. `data-writing` says that the room is scarce.
 */
export function followKeyboard(page: Window): () => void {
  const { visualViewport, document } = page
  const root = document.documentElement
  let isOver = false
  const follow = () => {
    // It is over, or someone looks closer with two fingers.
    if (isOver || visualViewport === null || visualViewport.scale > 1.05) return
    const { height } = visualViewport
    root.style.height = height < page.innerHeight - 1 ? `${Math.round(height)}px` : ''
    const field = document.activeElement
    const isLow = field !== null && isWrittenIn(field) && height < low
    root.toggleAttribute('data-writing', isLow)
    // Once the panel has its new height.
    if (isLow) requestAnimationFrame(() => field.scrollIntoView({ block: 'center' }))
  }
  // While a field is left it still has the focus, and where nothing takes it, nothing says so.
  const leave = () => requestAnimationFrame(follow)
  visualViewport?.addEventListener('resize', follow)
  document.addEventListener('focusin', follow)
  document.addEventListener('focusout', leave)
  return () => {
    isOver = true
    visualViewport?.removeEventListener('resize', follow)
    document.removeEventListener('focusin', follow)
    document.removeEventListener('focusout', leave)
    root.style.height = ''
    root.removeAttribute('data-writing')
  }
}
