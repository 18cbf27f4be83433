import { type Position, withPin } from '@petal/core/model'
import type { AgentDocument } from '../AgentDocument.ts'

/** Puts steps at new places. Places are rounded to whole units; unknown ids are left out. */
export function moveSteps(document: AgentDocument, places: Readonly<Record<string, Position>>): AgentDocument {
  const moved = Object.entries(places).flatMap(([id, [x, y]]): [string, Position][] => {
    const old = document.layout[id]
    const next: Position = [Math.round(x), Math.round(y)]
    return old && (old[0] !== next[0] || old[1] !== next[1]) ? [[id, withPin(old, next)]] : []
  })
  if (moved.length === 0) return document
  return { ...document, layout: { ...document.layout, ...Object.fromEntries(moved) } }
}
