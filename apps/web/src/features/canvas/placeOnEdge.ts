import type { EdgeConfig, Position } from '@petal/core/model'
import type { Places } from '../../editor/AgentDocument.ts'
import { columnWidth } from '../../editor/placeSteps.ts'

/** Where a step goes that is put into an edge without pointing at it: half way, or a column from the end that has a place. */
export function placeOnEdge(places: Places, { from, to }: EdgeConfig): Position {
  const [source, target] = [places[from], places[to]]
  if (source && target) return [Math.round((source[0] + target[0]) / 2), Math.round((source[1] + target[1]) / 2)]
  if (source) return [source[0] + columnWidth, source[1]]
  // From the start: the step takes the place of the one that was first.
  return target ? [target[0], target[1]] : [0, 0]
}
