/** What lies over the page and has the keys while it is open: a dialog, a menu, the list of a choice. */
const layers = '[role="dialog"], [role="menu"], button[role="combobox"][aria-expanded="true"]'

/** True where no key reaches the page. */
export function isInLayer(target: Element): boolean {
  return target.closest(layers) !== null
}
