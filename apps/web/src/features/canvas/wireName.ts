import type { EdgeConfig } from '@petal/core/model'
import type { DrawnEdge } from './edgesToDraw.ts'

/** What a wire is called. Where a branch just ends, the exit's name on the card is enough. */
export function wireName({ kind, label, edge }: DrawnEdge, limit: number, turn?: number): string {
  if (kind === 'ending') return ''
  if (kind === 'broken') return `${label ?? 'An exit'} is not there`
  if (kind === 'loop') return [label, guardOf(edge, limit, turn)].filter(Boolean).join(' · ')
  return label ?? ''
}

/** What keeps a loop from going on for ever; while it runs, the turn it is in. */
function guardOf({ maxTurns }: EdgeConfig, limit: number, turn: number | undefined): string {
  if (turn !== undefined) return maxTurns === undefined ? `turn ${turn}` : `turn ${turn} of ${maxTurns}`
  if (maxTurns === undefined) return `loop · at most ${limit} steps`
  return `loop · at most ${maxTurns} ${maxTurns === 1 ? 'turn' : 'turns'}`
}
