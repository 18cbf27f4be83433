import { startCompletion } from '@codemirror/autocomplete'
import { defaultKeymap } from '@codemirror/commands'
import { lintKeymap, setDiagnostics } from '@codemirror/lint'
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, keymap, placeholder, tooltips } from '@codemirror/view'
import type { Problem } from '@petal/core/model'
import type { TextSelection } from '../TextSelection.ts'
import { changedSpan } from './changedSpan.ts'
import { dropField } from './dropField.ts'
import type { EditorLanguage } from './EditorLanguage.ts'
import { editorTheme, tooltipTheme } from './editorTheme.ts'
import { loadLanguage, textLanguage } from './languageExtensions.ts'
import { oneLine } from './oneLine.ts'
import { toDiagnostics } from './toDiagnostics.ts'
import type { VariableSet } from './VariableSet.ts'
import { setVariables, variablesField } from './variablesField.ts'

export interface OpenEditorOptions {
  readonly parent: HTMLElement
  readonly text: string
  readonly language: EditorLanguage
  readonly singleLine: boolean
  /** The whole text, after each change that was made in the editor. */
  onChange(text: string): void
  onBlur(): void
}

export interface EditorLook {
  readonly id: string
  readonly label: string
  /** Ids of the help and the errors that describe it. */
  readonly describedBy: string | undefined
  readonly invalid: boolean | undefined
  readonly required: boolean | undefined
  readonly disabled: boolean
  readonly placeholder: string
}

/** An open editor, spoken to without knowing CodeMirror. */
export interface EditorBridge {
  /** Takes a text from outside; the caret stays with what it stood at. */
  setText(text: string): void
  setVariables(variables: VariableSet): void
  /** Marks problems that have a place in the text. */
  setProblems(problems: readonly Problem[], onFix: (problem: Problem) => void): void
  configure(look: EditorLook): void
  /** Selects a part of the text, or puts the caret at its end. */
  focus(selection?: TextSelection): void
  close(): void
}

const fromOutside = Annotation.define<true>()

// Mod+Enter runs the agent; the editor must not take it for a new line.
const keys = defaultKeymap.filter(({ key }) => key !== 'Mod-Enter')

export function openEditor(options: OpenEditorOptions): EditorBridge {
  const languageSlot = new Compartment()
  const lookSlot = new Compartment()
  let typed = false
  const view = new EditorView({
    parent: options.parent,
    // Caret and selection are the browser's: drawn by the editor, each key would be measured again and take two more frames.
    state: EditorState.create({
      doc: options.text,
      extensions: [
        variablesField,
        languageSlot.of(startLanguage(options.language)),
        lookSlot.of([]),
        options.singleLine ? oneLine : EditorView.lineWrapping,
        keymap.of([...keys, ...lintKeymap]),
        dropField(options.language),
        tooltips({ position: 'fixed' }),
        editorTheme,
        tooltipTheme,
        EditorView.updateListener.of((update) => {
          const isOurs = update.transactions.every((transaction) => transaction.annotation(fromOutside) === undefined)
          if (!update.docChanged || !isOurs) return
          typed = true
          options.onChange(update.state.doc.toString())
        }),
        // The event itself: `focusChanged` comes some milliseconds after it, and a click on Run would be faster.
        EditorView.domEventHandlers({ blur: () => options.onBlur() }),
      ],
    }),
  })
  let isOpen = true
  if (options.language === 'javascript' || options.language === 'json') {
    void loadLanguage(options.language).then((extension) => {
      if (!isOpen) return
      view.dispatch({ effects: languageSlot.reconfigure(extension) })
      // Whoever typed faster than it came is offered now what would have been offered then.
      if (typed && view.hasFocus && isInName(view.state)) startCompletion(view)
    })
  }
  return {
    setText: (text) => replaceText(view, text),
    setVariables: (variables) => view.dispatch({ effects: setVariables.of(variables) }),
    setProblems: (problems, onFix) =>
      view.dispatch(setDiagnostics(view.state, toDiagnostics(problems, view.state.doc.length, onFix))),
    configure: (look) => view.dispatch({ effects: lookSlot.reconfigure(lookExtensions(look)) }),
    focus: (selection) => {
      const { length } = view.state.doc
      const { from, to } = selection ?? { from: length, to: length }
      view.focus()
      view.dispatch({ selection: { anchor: Math.min(from, length), head: Math.min(to, length) } })
    },
    close: () => {
      isOpen = false
      view.destroy()
    },
  }
}

/** True with the caret behind a letter or a point, where a name is being written. */
function isInName({ doc, selection: { main } }: EditorState): boolean {
  return /[\w.]/.test(doc.sliceString(Math.max(0, main.head - 1), main.head))
}

function startLanguage(language: EditorLanguage): Extension {
  return language === 'template' || language === 'expression' ? textLanguage(language) : []
}

function replaceText(view: EditorView, text: string): void {
  const change = changedSpan(view.state.doc.toString(), text)
  if (change === undefined) return
  view.dispatch({
    changes: change,
    // Undo and redo leave the caret where the text changed, as people expect of them.
    ...(view.hasFocus ? { selection: { anchor: change.from + change.insert.length }, scrollIntoView: true } : {}),
    annotations: fromOutside.of(true),
  })
}

function lookExtensions(look: EditorLook): Extension {
  const { disabled, placeholder: hint } = look
  const attributes = {
    id: look.id,
    'aria-label': look.label,
    'aria-describedby': look.describedBy,
    'aria-invalid': look.invalid === true ? 'true' : undefined,
    'aria-required': look.required === true ? 'true' : undefined,
    'aria-readonly': disabled ? 'true' : undefined,
  }
  const set = Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return [
    EditorView.contentAttributes.of(Object.fromEntries(set)),
    EditorState.readOnly.of(disabled),
    EditorView.editable.of(!disabled),
    hint === '' ? [] : placeholder(hint),
  ]
}
