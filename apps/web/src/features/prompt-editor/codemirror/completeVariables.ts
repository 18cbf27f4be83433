import type { Completion, CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete'
import type { EditorView } from '@codemirror/view'
import { expressionFunctions, type Json } from '@petal/core/model'
import type { Variable } from './VariableSet.ts'
import { valueAt } from './valueAt.ts'
import { valueTooltip } from './valueTooltip.ts'
import { variablesField } from './variablesField.ts'

/** After `{`: the fields that can be named here, then the keys of the one that was named. */
export const completeTemplate: CompletionSource = (context) => {
  const open = context.matchBefore(/\{[\w.]*$/)
  if (open === null || isEscaped(context, open.from)) return null
  return namesAt(context, open.from + 1, closeBrace)
}

/** Any word: the fields that can be named here, and the functions of the language. */
export const completeExpression: CompletionSource = (context) => {
  const word = context.matchBefore(/[\w.]+$/)
  if (word === null && !context.explicit) return null
  const from = word?.from ?? context.pos
  const names = namesAt(context, from, undefined)
  if (names === null || names.options.some(({ type }) => type === 'property')) return names
  return { ...names, options: [...names.options, ...functions] }
}

const functions: readonly Completion[] = expressionFunctions.map(({ name, signature, description }) => ({
  label: name,
  detail: 'function',
  type: 'function',
  apply: `${name}(`,
  boost: -1,
  info: () => describeFunction(signature, description),
}))

function namesAt(context: CompletionContext, from: number, apply: Completion['apply']): CompletionResult | null {
  const variables = context.state.field(variablesField).offer()
  const typed = context.state.sliceDoc(from, context.pos)
  const dot = typed.lastIndexOf('.')
  const path = dot < 0 ? [] : typed.slice(0, dot).split('.')
  const base = path.length === 0 ? undefined : variables.find(({ name }) => name === path[0])
  const options =
    path.length === 0 ? variables.map((variable) => toCompletion(variable, apply)) : keysOf(base, path.slice(1), apply)
  if (options.length === 0) return null
  return { from: from + dot + 1, options, validFor: /^\w*$/ }
}

function toCompletion(variable: Variable, apply: Completion['apply']): Completion {
  return {
    label: variable.name,
    detail: variable.type,
    type: 'variable',
    info: () => valueTooltip(variable),
    ...(apply === undefined ? {} : { apply }),
  }
}

/** The keys that the value of the newest run has at this place. */
function keysOf(base: Variable | undefined, path: readonly string[], apply: Completion['apply']): Completion[] {
  const value = valueAt(base?.value, path)
  if (!isObject(value)) return []
  return Object.entries(value).map(([label, item]) => ({
    label,
    type: 'property',
    info: () => valueTooltip({ name: label, type: typeOf(item), value: item }),
    ...(apply === undefined ? {} : { apply }),
  }))
}

/** Puts the name in, and the closing brace unless it stands there already. */
function closeBrace(view: EditorView, { label }: Completion, from: number, to: number): void {
  const closed = view.state.sliceDoc(to, to + 1) === '}'
  const insert = closed ? label : `${label}}`
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + label.length + 1 },
    userEvent: 'input.complete',
  })
}

/** True when the brace at `at` is the second of a pair, and so stands for a brace as text. */
function isEscaped(context: CompletionContext, at: number): boolean {
  const before = context.state.sliceDoc(Math.max(0, at - 200), at)
  const braces = /\{*$/.exec(before)?.[0].length ?? 0
  return braces % 2 === 1
}

function describeFunction(signature: string, description: string): HTMLElement {
  const root = document.createElement('div')
  root.className = 'cm-value'
  for (const [className, text] of [
    ['cm-value-name', signature],
    ['cm-value-note', description],
  ] as const) {
    const line = document.createElement('div')
    line.className = className
    line.textContent = text
    root.append(line)
  }
  return root
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function typeOf(value: Json | undefined): string {
  if (value === null || value === undefined) return 'nothing'
  return Array.isArray(value) ? 'array' : typeof value
}
