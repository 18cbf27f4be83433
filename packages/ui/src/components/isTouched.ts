/** Whether fingers point here: a field that takes the focus then opens a keyboard over half of the page. */
export function isTouched(): boolean {
  return globalThis.matchMedia?.('(pointer: coarse)').matches ?? false
}
