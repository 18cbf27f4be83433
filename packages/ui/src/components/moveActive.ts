import type { ListboxOption } from './Listbox.tsx'

/** The index the keyboard moves to: `step` further, over disabled options, stopping at the ends. */
export function moveActive(options: readonly ListboxOption[], from: number, step: 1 | -1): number {
  for (let index = from + step; index >= 0 && index < options.length; index += step) {
    if (options[index]?.disabled !== true) return index
  }
  return from
}

/** The next option, after `from`, whose label starts with `typed`; `from` when there is none. */
export function findByTyping(options: readonly ListboxOption[], from: number, typed: string): number {
  const needle = typed.toLowerCase()
  const order = options.map((_, index) => (from + index + (typed.length > 1 ? 0 : 1)) % options.length)
  const found = order.find((index) => {
    const option = options[index]
    return option !== undefined && option.disabled !== true && option.label.toLowerCase().startsWith(needle)
  })
  return found ?? from
}
