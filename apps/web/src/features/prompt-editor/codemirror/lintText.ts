import { type Action, type Diagnostic, linter } from '@codemirror/lint'
import type { Extension } from '@codemirror/state'
import {
  closestName,
  parseExpression,
  parseTemplate,
  type TextProblem,
  type VariableReference,
} from '@petal/core/model'
import type { VariableSet } from './VariableSet.ts'
import { isUnknown, setVariables, variablesField } from './variablesField.ts'

/** Marks what is wrong in a template or an expression, in place, each with its way out. */
export function lintText(language: 'template' | 'expression'): Extension {
  const parse = language === 'template' ? parseTemplate : parseExpression
  return linter(
    ({ state }) => {
      const text = state.doc.toString()
      // An empty field says what it needs in the problems list, not in the text.
      if (text.trim() === '') return []
      const { problems, references } = parse(text)
      return [...problems.map(toDiagnostic), ...unknownVariables(references, state.field(variablesField))]
    },
    {
      delay: 200,
      needsRefresh: ({ transactions }) =>
        transactions.some(({ effects }) => effects.some((effect) => effect.is(setVariables))),
    },
  )
}

function toDiagnostic({ message, start, end, fix }: TextProblem): Diagnostic {
  const actions: Action[] = fix === undefined ? [] : [replaceAction(fix.label, fix, start)]
  return { from: start, to: Math.max(end, start), severity: 'error', message, actions }
}

function unknownVariables(references: readonly VariableReference[], set: VariableSet): readonly Diagnostic[] {
  const names = set.variables.map(({ name }) => name)
  return references
    .filter(({ name }) => isUnknown(set, name))
    .map(({ name, start, end }) => {
      const meant = closestName(name, names)
      return {
        from: start,
        to: end,
        severity: 'error',
        message: unknownMessage(name, names),
        actions:
          meant === undefined
            ? []
            : [replaceAction(`Replace with ${meant}`, { start, end: start + name.length, insert: meant }, start)],
      }
    })
}

/** The words for a name that has no value here. */
export function unknownMessage(name: string, known: readonly string[]): string {
  return known.length === 0
    ? `unknown variable ${name}; nothing is known here yet`
    : `unknown variable ${name}; known: ${known.join(', ')}`
}

interface Replacement {
  readonly start: number
  readonly end: number
  readonly insert: string
}

/** The range of a diagnostic moves with later edits; `origin` is where it started when the replacement was worked out. */
function replaceAction(name: string, { start, end, insert }: Replacement, origin: number): Action {
  return {
    name,
    apply: (view, from) => {
      const moved = from - origin
      view.dispatch({ changes: { from: start + moved, to: end + moved, insert }, userEvent: 'input.fix' })
      view.focus()
    },
  }
}
