import { isUnsafeKey } from '../json/isUnsafeKey.ts'

/** The grammar of step ids. */
export const stepIdPattern = /^[a-z0-9_-]{1,64}$/

/** True for what a step may be called by edges, layout and events: a readable slug such as `draft-2`. */
export function isStepId(value: string): boolean {
  return stepIdPattern.test(value) && !isUnsafeKey(value)
}
