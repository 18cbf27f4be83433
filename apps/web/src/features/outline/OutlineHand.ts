import { createContext, useContext } from 'react'
import type { OutlineRow } from './OutlineRow.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** What opens at a row. */
export type OpenedAtRow =
  | { readonly kind: 'menu'; readonly row: OutlineRow; readonly at: Point }
  | { readonly kind: 'name'; readonly rowId: string }
  | { readonly kind: 'note'; readonly noteId: string }

/** What rows ask of the outline. */
export interface OutlineHand {
  readonly opened: OpenedAtRow | undefined
  open(what: OpenedAtRow): void
  /** Closes what is open, when it is this. */
  close(kind: OpenedAtRow['kind']): void
}

const OutlineHandContext = createContext<OutlineHand | undefined>(undefined)
export const OutlineHandProvider = OutlineHandContext.Provider

export function useOutlineHand(): OutlineHand {
  const hand = useContext(OutlineHandContext)
  if (!hand) throw new Error('This part belongs into the outline.')
  return hand
}
