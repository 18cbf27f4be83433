import { AgentError } from '../../errors/AgentError.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json } from '../../json/Json.ts'
import type { Wording } from '../../language/Wording.ts'
import { word } from '../../language/word.ts'
import type { State, StateType } from '../../state/StateType.ts'
import { isExit } from '../../step/StepResult.ts'
import type { PlannedStep } from '../AgentPlan.ts'
import { checkField } from './checkField.ts'

/** What a step did, checked: plain JSON for declared fields, and the port it named, if it named one. */
export interface CheckedResult {
  readonly update: State
  readonly exit: string | undefined
}

/**
 * Checks what a step function returned.
 *
 * @throws AgentError `run.resultType`, `run.unknownRoute`, `run.unknownKey` or `run.stateType`, naming the step, what it
 * gave and what would have been possible.
 */
export function checkResult(
  result: unknown,
  step: PlannedStep,
  stateType: StateType,
  createId: () => string,
): CheckedResult {
  if (!isExit(result)) return { update: checkUpdate(result, step, stateType, createId), exit: undefined }
  const names = step.ports.outputs.map(({ id }) => id)
  if (!names.includes(result.name)) {
    throw new AgentError(
      'run.unknownRoute',
      word('Step "{nodeName}" left by "{name}", which is none of its exits: {names}.', {
        nodeName: step.nodeName,
        name: result.name,
        names: names.join(', '),
      }),
      { stepId: step.id, detail: { available: names } },
    )
  }
  return { update: checkUpdate(result.update, step, stateType, createId), exit: result.name }
}

function checkUpdate(update: unknown, step: PlannedStep, { name, fields }: StateType, createId: () => string): State {
  if (update === undefined || update === null) return {}
  if (!isJsonObject(update)) {
    throw new AgentError(
      'run.resultType',
      word(
        'Step "{nodeName}" returned {given}. Return an object with the fields to write, exit(name, update), or nothing.',
        { nodeName: step.nodeName, given: describe(update) },
      ),
      { stepId: step.id },
    )
  }
  const source = { name: () => word('Step "{nodeName}"', { nodeName: step.nodeName }), createId }
  const checked: Record<string, Json> = {}
  for (const [key, value] of Object.entries(update)) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined
    if (field === undefined) throw unknownKey(key, step, name, Object.keys(fields))
    if (value !== undefined) checked[key] = checkField(key, field, value, source)
  }
  return Object.freeze(checked)
}

function unknownKey(key: string, step: PlannedStep, stateName: string, available: readonly string[]): AgentError {
  return new AgentError(
    'run.unknownKey',
    word('Step "{nodeName}" wrote "{key}", which is not a field of {stateName}. Available fields: {available}.', {
      nodeName: step.nodeName,
      key,
      stateName,
      available: available.join(', '),
    }),
    { stepId: step.id, path: key, detail: { available } },
  )
}

function describe(value: unknown): Wording {
  if (Array.isArray(value)) return word('a list')
  if (typeof value === 'object') return word('an instance of a class')
  return word('a {type}', { type: typeof value })
}
