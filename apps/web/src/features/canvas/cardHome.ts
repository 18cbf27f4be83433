import type { HTMLAttributes } from 'react'
import { homeRank } from '../../focus/homeRank.ts'

interface HomeMark extends HTMLAttributes<HTMLDivElement> {
  readonly 'data-focus-home': number
}

const selectedHome: HomeMark = { 'data-focus-home': homeRank.selected }
const stepHome: HomeMark = { 'data-focus-home': homeRank.step }
const otherHome: HomeMark = { 'data-focus-home': homeRank.other }

/** What marks a card as a place where the focus is at home. */
export function cardHome(selected: boolean, kind: 'step' | 'other'): { readonly domAttributes: HomeMark } {
  return { domAttributes: selected ? selectedHome : kind === 'step' ? stepHome : otherHome }
}
