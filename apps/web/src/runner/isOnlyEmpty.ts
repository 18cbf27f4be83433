import type { RunInputState } from './RunInput.ts'

/** True while all that keeps the input from being run is that something in it is empty. */
export function isOnlyEmpty({ faults, onlyEmpty }: RunInputState): boolean {
  return onlyEmpty && Object.keys(faults).length > 0
}
