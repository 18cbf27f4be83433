import { createContext } from 'react'

/** Where a row stands in the grid. */
export interface RowPlace {
  readonly index: number
  /** In pixels. */
  readonly top: number
  readonly height: number
  /** Tab leads to it. */
  readonly isActive: boolean
}

export const RowPlaceContext = createContext<RowPlace>({ index: 0, top: 0, height: 0, isActive: false })
