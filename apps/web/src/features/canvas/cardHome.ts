import type { HTMLAttributes } from 'react'

interface HomeMark extends HTMLAttributes<HTMLDivElement> {
  readonly 'data-focus-home': number
}

/** The focus is at home on a card after the rows of the outline: on one that is selected, or else on any. */
const selectedHome: HomeMark = { 'data-focus-home': 2 }
const anyHome: HomeMark = { 'data-focus-home': 3 }

/** What marks a card as a place where the focus is at home. */
export function cardHome(selected: boolean): { readonly domAttributes: HomeMark } {
  return { domAttributes: selected ? selectedHome : anyHome }
}
