/** Where the focus is at home, the best first: on the row in hand, the card in hand, or any card. */
const homes = [
  '[role="treegrid"] [role="row"][tabindex="0"]',
  '.react-flow__node.selected[tabindex="0"]',
  '.react-flow__node[tabindex="0"]',
]

/** Puts the focus on what is in hand when nothing has it: keys then go on from there, and so does Tab. */
export function focusHome(): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return
  for (const home of homes) {
    const place = [...document.querySelectorAll<HTMLElement>(home)].find((element) => element.checkVisibility())
    // The camera stays where it is.
    place?.focus({ preventScroll: true })
    if (place !== undefined) return
  }
}
