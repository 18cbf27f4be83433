import type { Position } from '@petal/core/model'
import type { AgentDocument } from '../../editor/AgentDocument.ts'
import { cardAnchor, cardWidth } from '../../editor/cardSize.ts'
import { edgesOfAgent } from '../../editor/selectors.ts'
import { terminalSize } from './cardGeometry.ts'

/** Between the start or the end and the steps, in canvas units. */
export const terminalGap = 84

/** Where the start and the end stand: beside the first steps and beyond the last ones. They follow the steps. */
export function terminalPlaces({ agent, layout }: AgentDocument): { readonly START: Position; readonly END: Position } {
  const places = Object.values(layout)
  if (places.length === 0) return { START: [0, 0], END: [0, 0] }
  const first = edgesOfAgent(agent).flatMap((edge) => (edge.from === 'START' ? [layout[edge.to]] : []))
  const starts = first.filter((place) => place !== undefined)
  const anchors = starts.length > 0 ? starts : places
  const right = places.reduce((most, [x]) => Math.max(most, x), Number.NEGATIVE_INFINITY)
  const left = anchors.reduce((least, [x]) => Math.min(least, x), Number.POSITIVE_INFINITY)
  const lift = cardAnchor - terminalSize.height / 2
  const lasts = places.filter(([x]) => x > right - cardWidth)
  return {
    START: [left - terminalGap - terminalSize.width, middle(anchors) + lift],
    END: [right + cardWidth + terminalGap, middle(lasts) + lift],
  }
}

/** Half way between the highest and the lowest. */
function middle(places: readonly Position[]): number {
  const heights = places.map(([, y]) => y)
  const top = heights.reduce((least, y) => Math.min(least, y), Number.POSITIVE_INFINITY)
  const bottom = heights.reduce((most, y) => Math.max(most, y), Number.NEGATIVE_INFINITY)
  return Math.round((top + bottom) / 2)
}
