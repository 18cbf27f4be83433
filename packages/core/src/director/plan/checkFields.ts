import type { Problem, ProblemFix } from '../../errors/Problem.ts'
import type { ResolvedStep } from '../../handlers/ResolvedStep.ts'
import type { Json } from '../../json/Json.ts'
import { t } from '../../language/t.ts'
import { closestName } from '../../templates/closestName.ts'
import { isList, isRecord } from '../../templates/resolvePath.ts'
import { declareField } from './declareField.ts'
import { entryAt } from './entryAt.ts'
import { explainNoValue } from './explainNoValue.ts'
import { explainUnwritten } from './explainUnwritten.ts'
import type { FieldFlow } from './FieldFlow.ts'
import { offerStart } from './offerStart.ts'
import type { Planning } from './Planning.ts'
import { listNames } from './problemTexts.ts'

interface NamedStep {
  readonly id: string
  readonly name: string
  readonly resolved: ResolvedStep
}

/** That a step reads and writes fields which are declared, and reads none that never gets a value. */
export function checkFields(planning: Planning, index: number): readonly Problem[] {
  const { resolved, name: stepName } = entryAt(planning.steps, index)
  const problems: Problem[] = []
  if (resolved === undefined) return problems
  const { reads, needs, writes } = resolved
  const step: NamedStep = { id: entryAt(planning.config.steps, index).id, name: stepName, resolved }
  for (const name of writes) if (isUndeclared(planning, name)) problems.push(undeclared(planning, step, name, 'writes'))
  for (const name of reads) if (isUndeclared(planning, name)) problems.push(undeclared(planning, step, name, 'reads'))
  for (const name of reads) if (isNeverGiven(planning, name)) problems.push(neverWritten(planning, step, name))
  for (const name of Object.keys(needs))
    if (isMissing(planning, index, name)) {
      // Of code that may write it nobody knows whether it does.
      const isKnown = planning.flow.writersOf(name).length > 0
      problems.push(isKnown ? perhapsUnwritten(planning, index, name) : neverWritten(planning, step, name))
    }
  return problems
}

function isUndeclared({ stateType }: Planning, name: string): boolean {
  return name !== '' && !Object.hasOwn(stateType.fields, name)
}

function isNeverGiven({ flow, stateType }: Planning, name: string): boolean {
  return Object.hasOwn(stateType.fields, name) && !flow.isGiven(name) && !isWritten(flow, name)
}

function isWritten(flow: FieldFlow, name: string): boolean {
  return flow.writersOf(name).length > 0 || flow.mayBeWritten(name)
}

/** Written somewhere, but not on every way that leads to the step that needs it. */
function isMissing({ flow, stateType, steps }: Planning, index: number, name: string): boolean {
  if (!Object.hasOwn(stateType.fields, name) || !isWritten(flow, name)) return false
  const acceptsNull = entryAt(steps, index).resolved?.needs[name] === 'any'
  if (flow.isGiven(name) && (acceptsNull || !flow.startsAsNull(name))) return false
  return !flow.isWrittenBefore(index, name)
}

function undeclared(planning: Planning, step: NamedStep, name: string, verb: 'reads' | 'writes'): Problem {
  const { id: stepId, resolved } = step
  const available = Object.keys(planning.stateType.fields)
  const path = findSetting(resolved.config, name)
  const closest = closestName(name, available)
  const add = declareField(planning, name)
  const replace: ProblemFix | undefined =
    closest === undefined || path === undefined
      ? undefined
      : { label: t('Replace with {closest}', { closest }), change: { stepId, path, value: closest } }
  const values = { step: step.name, name, available: listNames(available) }
  return {
    code: 'state.undeclared',
    severity: 'error',
    stepId,
    ...(path === undefined ? {} : { path }),
    message:
      verb === 'reads'
        ? t('"{step}" reads {name}, but the state has no such field. Fields: {available}.', values)
        : t('"{step}" writes {name}. The state has no field {name} yet. Fields: {available}.', values),
    cause: { available },
    fix: verb === 'reads' ? (replace ?? add) : add,
  }
}

function neverWritten(planning: Planning, { id: stepId, name: stepName, resolved }: NamedStep, name: string): Problem {
  const path = findSetting(resolved.config, name)
  return {
    code: 'state.neverWritten',
    severity: 'warning',
    stepId,
    ...(path === undefined ? {} : { path }),
    ...explainNoValue(planning, { step: stepName, verb: 'reads', shown: name, field: name }),
  }
}

function perhapsUnwritten(planning: Planning, index: number, name: string): Problem {
  const { config, steps, stateType } = planning
  const { resolved } = entryAt(steps, index)
  const path = findSetting(resolved?.config, name)
  return {
    code: 'state.neverWritten',
    severity: 'warning',
    stepId: entryAt(config.steps, index).id,
    ...(path === undefined ? {} : { path }),
    message: explainUnwritten(planning, { index, field: name, shown: name }),
    fix: offerStart(name, stateType.fields[name]?.type ?? 'any', resolved?.needs[name]),
  }
}

/** The path of the first setting whose value is the name of the field: `config.values[2].field`. */
function findSetting(value: Json | undefined, name: string, path = 'config'): string | undefined {
  if (value === name) return path
  const inner = isList(value)
    ? value.map((item, index): [string, Json] => [`${path}[${index}]`, item])
    : isRecord(value)
      ? Object.entries(value).map(([key, item]): [string, Json | undefined] => [`${path}.${key}`, item])
      : []
  for (const [at, item] of inner) {
    const found = findSetting(item, name, at)
    if (found !== undefined) return found
  }
  return undefined
}
