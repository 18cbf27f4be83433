import { RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { parseExpression, parseTemplate, type VariableReference } from '@petal/core/model'
import type { VariableSet } from './VariableSet.ts'
import { isUnknown, setVariables, variablesField } from './variablesField.ts'

/** Texts longer than this are not coloured: nobody writes them by hand. */
const longest = 200_000

const known = Decoration.mark({ class: 'cm-var' })
const unknown = Decoration.mark({ class: 'cm-var cm-var-unknown' })
const escaped = Decoration.mark({ class: 'cm-escape' })

/** Colours the variables of a text, known ones and unknown ones. */
export function variableMarks(language: 'template' | 'expression') {
  const mark = language === 'template' ? markTemplate : markExpression
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet

      constructor(view: EditorView) {
        this.decorations = decorate(view)
      }

      update(update: ViewUpdate) {
        const told = update.transactions.some(({ effects }) => effects.some((effect) => effect.is(setVariables)))
        if (update.docChanged || told) this.decorations = decorate(update.view)
      }
    },
    { decorations: (plugin) => plugin.decorations },
  )

  function decorate({ state }: EditorView): DecorationSet {
    if (state.doc.length > longest) return Decoration.none
    return mark(state.doc.toString(), state.field(variablesField))
  }
}

function markTemplate(text: string, variables: VariableSet): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const part of parseTemplate(text).parts) {
    if (part.kind === 'reference') builder.add(part.start, part.end, lookOf(part.reference, variables))
    else markEscapes(builder, text, part.start, part.end)
  }
  return builder.finish()
}

function markEscapes(builder: RangeSetBuilder<Decoration>, text: string, start: number, end: number): void {
  for (const match of text.slice(start, end).matchAll(/\{\{|\}\}/g)) {
    builder.add(start + match.index, start + match.index + 2, escaped)
  }
}

function markExpression(text: string, variables: VariableSet): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  const references = [...parseExpression(text).references].sort((a, b) => a.start - b.start)
  for (const reference of references) builder.add(reference.start, reference.end, lookOf(reference, variables))
  return builder.finish()
}

function lookOf(reference: VariableReference, variables: VariableSet): Decoration {
  return isUnknown(variables, reference.name) ? unknown : known
}
