/**
 * Puts the focus on what is in hand when nothing has it: keys then go on from there, and so does Tab. Places where the
 * focus is at home say so with `data-focus-home`, and the lowest number is the best of them.
 */
export function focusHome(): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return
  const homes = [...document.querySelectorAll<HTMLElement>('[data-focus-home]')]
  const rankOf = (home: HTMLElement) => Number(home.dataset.focusHome)
  // The camera stays where it is.
  homes
    .sort((a, b) => rankOf(a) - rankOf(b))
    .find((home) => home.checkVisibility())
    ?.focus({ preventScroll: true })
}
