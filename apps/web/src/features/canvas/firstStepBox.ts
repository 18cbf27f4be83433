import type { Box } from '../../editor/cardSize.ts'
import { cardAnchor, cardSize } from '../../editor/cardSize.ts'
import { terminalSize } from './cardGeometry.ts'
import { terminalGap } from './terminalPlaces.ts'

/** Where the first step of an empty agent goes: behind the start, its entry at the height of the start's exit. */
export const firstStepBox: Box = {
  x: terminalSize.width + terminalGap,
  y: terminalSize.height / 2 - cardAnchor,
  ...cardSize({ outputs: [] }),
}
