import type { AgentConfig, Position } from '../AgentConfig.ts'
import type { MergeSides } from './MergeConflict.ts'
import { mapSides } from './mapSides.ts'
import { takeChanged } from './takeChanged.ts'

/** Where cards stand. Nobody is asked about it: where both sides moved a card, mine is newer. */
export function mergeLayout(sides: MergeSides<AgentConfig>, kept: ReadonlySet<string>): AgentConfig['layout'] {
  const ids = mapSides(sides, ({ steps }) => new Set(steps.map(({ id }) => id)))
  const layouts = mapSides(sides, ({ layout }) => layout)
  const placed = new Set(Object.values(layouts).flatMap((layout) => Object.keys(layout)))
  const placeOf = (id: string) => {
    const places = mapSides(layouts, (layout) => (Object.hasOwn(layout, id) ? layout[id] : undefined))
    const isIn = mapSides(ids, (side) => side.has(id))
    if (isIn.mine === isIn.theirs) return takeChanged(places, samePlace)
    // A step that only one side has stands, or stands no more, as on the side that is followed in that.
    return isIn.mine === kept.has(id) ? places.mine : places.theirs
  }
  const merged = [...placed].flatMap((id): [string, Position][] => {
    const place = placeOf(id)
    return place === undefined ? [] : [[id, place]]
  })
  return Object.fromEntries(merged)
}

function samePlace(a: Position | undefined, b: Position | undefined): boolean {
  return String(a) === String(b)
}
