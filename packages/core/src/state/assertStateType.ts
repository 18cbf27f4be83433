import { AgentError } from '../errors/AgentError.ts'
import { isJsonObject } from '../json/isJsonObject.ts'
import { findShapeFaults } from './checkStateType.ts'
import type { StateType } from './StateType.ts'

/** State types that were found good; they are plain data that nobody changes. */
const known = new WeakSet<object>()

/**
 * Makes sure that code without types hands over a state type. Whether it is a good one is judged by `checkStateType`.
 *
 * @throws AgentError `state.type`: `Invalid state type: null`, `State type must be a state type or compatible type`,
 * `State type must be a state type: …`.
 */
export function assertStateType(value: unknown): asserts value is StateType {
  if (value === null || value === undefined) throw new AgentError('state.type', `Invalid state type: ${value}`)
  if (!isJsonObject(value) || !('fields' in value)) {
    throw new AgentError('state.type', 'State type must be a state type or compatible type')
  }
  if (known.has(value)) return
  const [fault] = findShapeFaults(value)
  if (fault !== undefined) throw new AgentError('state.type', `State type must be a state type: ${fault.message}`)
  known.add(value)
}
