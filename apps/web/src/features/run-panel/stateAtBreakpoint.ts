import type { RunState, State } from '@petal/core/model'

/**
 * The state that the steps which come next will find: of the run, or of the called agent that it stands in. In runs of
 * before it was told, that agent's own is known once one of its steps ended.
 */
export function stateAtBreakpoint({ breakpoint, executions, state }: RunState): State {
  const { path, key, state: told } = breakpoint ?? {}
  if (told !== undefined) return told
  if (path === undefined) return state
  const isThere = (other: readonly string[]) =>
    other.length === path.length && other.every((id, index) => id === path[index])
  const last = executions.findLast((one) => isThere(one.path) && one.key === key && one.stateAfter !== undefined)
  return last?.stateAfter ?? state
}
