import { isSeen } from './isSeen.ts'

/**
 * Where the focus is at home: on what is in hand. Such places say so with `data-focus-home`, and the lowest number is the
 * best of them.
 */
export function findHome(within: ParentNode): HTMLElement | undefined {
  const homes = [...within.querySelectorAll<HTMLElement>('[data-focus-home]')]
  const rankOf = (home: HTMLElement) => Number(home.dataset.focusHome)
  return homes.sort((a, b) => rankOf(a) - rankOf(b)).find(isSeen)
}
