import type { RunState } from '@petal/core/model'
import { t } from '@petal/ui/language'

/** Why a test would not do what this run did, if so: it begins at the start, and nobody is there to write over anything. */
export function warnOfRun({ from, edits = [], steps }: RunState): string | undefined {
  if (from !== undefined) {
    const names = from.stepIds.map((id) => steps[id]?.nodeName ?? id).join(', ')
    return t('This run began at {names}, in the middle of another. Its test runs the agent from the start.', { names })
  }
  if (edits.length === 0) return undefined
  return t('A person wrote over the state during this run. In its test nobody does.')
}
