import type { AgentDocument } from '../editor/AgentDocument.ts'
import type { EditLabel } from '../editor/EditLabel.ts'
import type { VersionReason } from './LibrarySchema.ts'

/** From how many steps on that are deleted or tidied at once, or texts that are replaced, what was there is worth a version. */
export const MANY_STEPS = 5

/** Why the document from before a change should be kept, if it should: a change of much at once, by its undo entry. */
export function reasonToKeep(label: EditLabel, before: AgentDocument, after: AgentDocument): VersionReason | undefined {
  if (label === 'Replace by import') return { kind: 'import' }
  if (label === 'Reload from the file') return { kind: 'reload' }
  if (label === 'Restore version') return { kind: 'restore' }
  if (typeof label === 'object' && label.text === 'Replace {count} texts' && Number(label.values.count) >= MANY_STEPS)
    return { kind: 'replace' }
  const gone = countSteps(before) - countSteps(after)
  // Also by cutting, or with an agent of the file that goes: what counts is that much is not there any more.
  if (gone >= MANY_STEPS) return { kind: 'delete', stepCount: gone }
  return label === 'Tidy' && countMoved(before, after) >= MANY_STEPS ? { kind: 'tidy' } : undefined
}

function countSteps({ agent }: AgentDocument): number {
  return [agent, ...Object.values(agent.agents ?? {})].reduce((sum, { steps }) => sum + steps.length, 0)
}

function countMoved(before: AgentDocument, after: AgentDocument): number {
  const layouts = [[before.layout, after.layout], ...Object.keys(before.layouts).map((id) => both(before, after, id))]
  return layouts.reduce((sum, [old = {}, now = {}]) => {
    return sum + (old === now ? 0 : Object.keys(now).filter((id) => String(old[id]) !== String(now[id])).length)
  }, 0)
}

function both({ layouts: old }: AgentDocument, { layouts: now }: AgentDocument, id: string) {
  return [old[id], now[id]]
}
