import type { Position } from '@petal/core/model'
import type { AgentDocument } from '../AgentDocument.ts'

/** Pins steps where they stand, or lets them go. What is so already stays the same. */
export function pinSteps(document: AgentDocument, stepIds: readonly string[], pinned: boolean): AgentDocument {
  const places = stepIds.flatMap((id): [string, Position][] => {
    const place = document.layout[id]
    if (place === undefined || (place[2] !== undefined) === pinned) return []
    return [[id, pinned ? [place[0], place[1], 'pinned'] : [place[0], place[1]]]]
  })
  if (places.length === 0) return document
  return { ...document, layout: { ...document.layout, ...Object.fromEntries(places) } }
}
