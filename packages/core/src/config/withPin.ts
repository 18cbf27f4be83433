import type { Position } from './AgentConfig.ts'

/** Another place for a card, which stays pinned when it was. */
export function withPin(before: Position | undefined, [x, y]: Position): Position {
  return before?.[2] === undefined ? [x, y] : [x, y, before[2]]
}
