import type { ProblemFix } from '../../errors/Problem.ts'
import { t } from '../../language/t.ts'
import type { StateFieldType } from '../../state/StateType.ts'
import { entryAt } from './entryAt.ts'
import type { Planning } from './Planning.ts'

/**
 * The way out for a field that the state lacks: declaring it.
 *
 * @param startsEmpty with a start value, for a field that may be read before anything has written it
 */
export function declareField(planning: Planning, name: string, startsEmpty = false): ProblemFix {
  const type = typeToHold(planning, name)
  return {
    label: startsEmpty
      ? t('Add the field {name}, and let it start empty', { name })
      : t('Add the field {name}', { name }),
    change: { path: `stateType.fields.${name}`, value: startsEmpty ? { type, default: '' } : { type } },
  }
}

/** A text only where nothing but the words of models comes into the field: what anything else writes is not known. */
function typeToHold(planning: Planning, name: string): StateFieldType {
  const { flow } = planning
  const writers = flow.writersOf(name)
  const isText =
    writers.length > 0 && !flow.mayBeWritten(name) && writers.every((writer) => keepsWords(planning, writer, name))
  return isText ? 'string' : 'any'
}

/** That all a step ever writes into a field is what a model said, as it said it. */
function keepsWords({ config, steps }: Planning, index: number, name: string): boolean {
  const { resolved } = entryAt(steps, index)
  if (resolved?.model === undefined || resolved.config.structuredOutput !== undefined) return false
  const { onError } = entryAt(config.steps, index)
  return onError?.writes !== name && !Object.hasOwn(onError?.update ?? {}, name)
}
