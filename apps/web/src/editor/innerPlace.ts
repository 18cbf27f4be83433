import { findInnerStep, type SettingPlace } from '@petal/core/model'
import type { Editor } from './createEditor.ts'
import { selectAgent, selectStep } from './selectors.ts'

/** The step within a step's settings that a setting belongs to; nothing when it is the step's own. */
export function innerPlace({ store, registry, facts }: Editor, stepId: string, path: string): SettingPlace | undefined {
  const state = store.getState()
  const step = selectStep(state, stepId)
  if (step === undefined || !facts.of(step).innerSteps.some((at) => path.startsWith(`${at}.`))) return undefined
  return findInnerStep({ agent: selectAgent(state), stepId, path }, registry)
}
