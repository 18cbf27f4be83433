/** The words for a wire: the names of what it joins, and what it is called in between. */
export interface WireWords {
  readonly from: string
  /** The exit, and for a loop its limit; empty where there is nothing to tell apart. */
  readonly exit: string
  readonly to: string
}

/** What a wire is called for who does not see where it leads. */
export function sayWire({ from, exit, to }: WireWords): string {
  return `${[from, exit].filter(Boolean).join(' · ')} → ${to}`
}
