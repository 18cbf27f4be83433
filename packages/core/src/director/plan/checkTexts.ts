import type { Problem, ProblemFix } from '../../errors/Problem.ts'
import { t } from '../../language/t.ts'
import type { StateFieldType } from '../../state/StateType.ts'
import { closestName } from '../../templates/closestName.ts'
import type { VariableReference } from '../../templates/Template.ts'
import { applyTextFix, type TextProblem } from '../../templates/TextProblem.ts'
import { declareField } from './declareField.ts'
import { entryAt } from './entryAt.ts'
import { explainNoValue } from './explainNoValue.ts'
import { explainUnwritten } from './explainUnwritten.ts'
import { offerStart } from './offerStart.ts'
import type { Planning } from './Planning.ts'
import { listNames } from './problemTexts.ts'
import type { ReadText } from './readSteps.ts'

/** That the templates and expressions of a step can be read, and name fields that will have a value. */
export function checkTexts(planning: Planning, index: number): readonly Problem[] {
  const problems: Problem[] = []
  const { id: stepId } = entryAt(planning.config.steps, index)
  for (const text of entryAt(planning.steps, index).texts) checkText({ planning, index, stepId, text }, problems)
  return problems
}

/** A text where it stands. */
interface PlacedText {
  readonly planning: Planning
  readonly index: number
  readonly stepId: string
  readonly text: ReadText
}

function checkText(placed: PlacedText, problems: Problem[]): void {
  const { text } = placed
  for (const problem of text.problems) problems.push(toProblem(placed, problem))
  for (const reference of text.references) {
    if (text.provided?.includes(reference.name) === true) continue
    const problem = checkReference(placed, reference)
    if (problem !== undefined) problems.push(problem)
  }
  if (text.language === 'template' && text.text.includes('{{')) problems.push(...findDoubled(placed))
}

function toProblem({ stepId, text }: PlacedText, { message, start, end, fix }: TextProblem): Problem {
  return {
    code: text.language === 'template' ? 'template.syntax' : 'expression.syntax',
    severity: 'error',
    stepId,
    path: text.path,
    message,
    range: [start, end],
    ...(fix === undefined
      ? {}
      : { fix: { label: fix.label, change: { stepId, path: text.path, value: applyTextFix(text.text, fix) } } }),
  }
}

function checkReference(placed: PlacedText, reference: VariableReference): Problem | undefined {
  const { planning, stepId, text } = placed
  const { name, path, start, end } = reference
  const { stateType } = planning
  const field = Object.hasOwn(stateType.fields, name) ? stateType.fields[name] : undefined
  const isFine = field !== undefined && (path.length === 1 || !hasNoParts(field.type))
  if (isFine && (hasValue(placed, name) || isGuarded(text, name))) return undefined
  const at = {
    code: text.language === 'template' ? 'template.unknownVar' : 'expression.unknownVar',
    stepId,
    path: text.path,
    range: [start, end],
  } as const
  if (field === undefined) return { ...at, severity: 'error', ...explainUnknown(placed, reference) }
  if (!isFine) {
    const message = t('{text} will have no value: {name} is a {type}, which has no parts.', {
      text: write(text, reference),
      name,
      type: field.type,
    })
    return { ...at, severity: 'warning', message, fix: replaceWith(placed, reference, name) }
  }
  return { ...at, severity: 'warning', ...explainEarly(placed, name, field.type) }
}

/** A field that starts as null has a value for an expression, and none that a text could show. */
function hasValue({ planning: { flow }, index, text }: PlacedText, name: string): boolean {
  if (flow.isGiven(name) && (text.language === 'expression' || !flow.startsAsNull(name))) return true
  return flow.isWrittenBefore(index, name)
}

/** An expression that asks somewhere whether a variable has a value copes with its having none. */
function isGuarded({ references }: ReadText, name: string): boolean {
  return references.some((reference) => reference.name === name && reference.optional === true)
}

type Explanation = Pick<Problem, 'message' | 'cause' | 'fix'>

function explainUnknown(placed: PlacedText, reference: VariableReference): Explanation {
  const { planning, index, text } = placed
  const available = Object.keys(planning.stateType.fields)
  return {
    message: t('"{step}" uses {text}, but the state has no field {name}. Fields: {available}.', {
      step: planning.names[index],
      text: write(text, reference),
      name: reference.name,
      available: listNames(available),
    }),
    cause: { available },
    fix: mendUnknown(placed, reference, available),
  }
}

/** What a step already writes is a field that is only not declared yet; all else is misspelt, or has to be asked for. */
function mendUnknown(placed: PlacedText, reference: VariableReference, available: readonly string[]): ProblemFix {
  const { planning, index } = placed
  const { name } = reference
  const { flow } = planning
  if (flow.writersOf(name).length > 0) return declareField(planning, name, !flow.isWrittenBefore(index, name))
  const closest = closestName(name, available)
  return closest === undefined ? addInput(name) : replaceWith(placed, reference, closest)
}

function explainEarly({ planning, index, text }: PlacedText, name: string, type: StateFieldType): Explanation {
  const { flow, names } = planning
  const shown = text.language === 'template' ? `{${name}}` : name
  const step = entryAt(names, index)
  if (flow.startsAsNull(name)) {
    const message = t('{shown} may have no value yet when "{step}" runs: it starts as null, which no text can show.', {
      shown,
      step,
    })
    return { message, fix: offerStart(name, type) }
  }
  if (flow.writersOf(name).length === 0) {
    return explainNoValue(planning, {
      step,
      verb: 'uses',
      shown,
      field: name,
    })
  }
  return { message: explainUnwritten(planning, { index, field: name, shown }), fix: offerStart(name, type) }
}

/** Doubled braces around the name of a field: the habit of other tools, where they stand for the value. */
function findDoubled(placed: PlacedText): readonly Problem[] {
  const { planning, stepId, text } = placed
  return [...text.text.matchAll(/\{\{\s*([A-Za-z_]\w*)\s*\}\}(?!\})/g)].flatMap(
    ({ 0: whole, 1: name = '', index: start }) => {
      if (text.text[start - 1] === '{' || !Object.hasOwn(planning.stateType.fields, name)) return []
      const end = start + whole.length
      const value = applyTextFix(text.text, { label: '', start, end, insert: `{${name}}` })
      return [
        {
          code: 'template.syntax' as const,
          severity: 'info' as const,
          stepId,
          path: text.path,
          range: [start, end] as const,
          message: t('{whole} prints {single} as it stands. For the value of {name} write {single}.', {
            whole,
            name,
            single: `{${name}}`,
          }),
          fix: { label: t('Write {signs}', { signs: `{${name}}` }), change: { stepId, path: text.path, value } },
        },
      ]
    },
  )
}

function write({ language, text }: ReadText, { start, end }: VariableReference): string {
  const path = text.slice(start, end)
  return language === 'template' ? `{${path}}` : path
}

/** Another name, or path, in place of the reference. */
function replaceWith(
  { stepId, text }: PlacedText,
  { name, path, start, end }: VariableReference,
  by: string,
): ProblemFix {
  const kept = by === name && path.length > 1 ? '' : text.text.slice(start + name.length, end)
  const insert = by + kept
  const value = applyTextFix(text.text, { label: '', start, end, insert })
  const label = t('Replace with {closest}', { closest: text.language === 'template' ? `{${insert}}` : insert })
  return { label, change: { stepId, path: text.path, value } }
}

function addInput(name: string): ProblemFix {
  return {
    label: t('Add {name} as an input', { name }),
    change: { path: `stateType.fields.${name}`, value: { type: 'string', input: true } },
  }
}

function hasNoParts(type: StateFieldType): boolean {
  return type === 'string' || type === 'number' || type === 'integer' || type === 'boolean'
}
