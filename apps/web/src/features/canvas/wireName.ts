import type { EdgeConfig } from '@petal/core/model'
import { plural, t } from '@petal/ui/language'
import type { DrawnEdge } from './edgesToDraw.ts'

/** What a wire is called. Where an exit is open, the exit's name on the card is enough. */
export function wireName({ kind, label, edge }: DrawnEdge, limit: number, turn?: number): string {
  if (kind === 'open') return ''
  if (kind === 'broken') return t('{label} is not there', { label: label ?? t('An exit') })
  if (kind === 'loop') return [label, guardOf(edge, limit, turn)].filter(Boolean).join(' · ')
  return label ?? ''
}

/** What keeps a loop from going on for ever; while it runs, the turn it is in. */
function guardOf({ maxTurns }: EdgeConfig, limit: number, turn: number | undefined): string {
  if (turn !== undefined)
    return maxTurns === undefined ? t('turn {turn}', { turn }) : t('turn {turn} of {maxTurns}', { turn, maxTurns })
  if (maxTurns === undefined) return t('loop · at most {limit} steps', { limit })
  return plural(maxTurns, 'loop · at most {count} turn', 'loop · at most {count} turns')
}
