/**
 * Acts once no button of a pointer is held down: at once, or right after the click that is under way. What is under the
 * pointer must not move between press and release, or the click is lost.
 */
export function afterPress(act: () => void): void {
  if (document.querySelector(':active') === null) act()
  else window.addEventListener('pointerup', () => setTimeout(act), { once: true, capture: true })
}
