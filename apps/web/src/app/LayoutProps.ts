import type { ReactNode } from 'react'

/** The parts of the window below the top bar. */
export interface LayoutProps {
  readonly palette: ReactNode
  readonly canvas: ReactNode
  readonly outline: ReactNode
  readonly side: ReactNode
  readonly run: ReactNode
}
