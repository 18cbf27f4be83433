import { autocompletion, type CompletionSource, closeBrackets } from '@codemirror/autocomplete'
import { bracketMatching, indentOnInput } from '@codemirror/language'
import { linter } from '@codemirror/lint'
import type { Extension } from '@codemirror/state'
import { EditorView, lineNumbers } from '@codemirror/view'
import { codeHighlight } from './codeHighlight.ts'
import { completeSandbox } from './completeSandbox.ts'
import { completeState } from './completeState.ts'
import { completeExpression, completeTemplate } from './completeVariables.ts'
import type { EditorLanguage } from './EditorLanguage.ts'
import { expressionLanguage } from './expressionLanguage.ts'
import { hoverVariable } from './hoverVariable.ts'
import { variableMarks } from './variableMarks.ts'

const mono = EditorView.theme({
  '.cm-scroller': { fontFamily: 'var(--font-mono)', fontSize: 'var(--text-sm)' },
})

/** What makes an editor one for a language. Those of code are loaded when they are first needed. */
export async function loadLanguage(language: EditorLanguage): Promise<Extension> {
  switch (language) {
    case 'javascript': {
      const { javascript, javascriptLanguage } = await import('@codemirror/lang-javascript')
      return [
        javascript(),
        javascriptLanguage.data.of({ autocomplete: completeState }),
        javascriptLanguage.data.of({ autocomplete: completeSandbox }),
        code(),
        lineNumbers(),
        autocompletion({
          // Who types a name and Enter at speed wants the name, not a new line.
          interactionDelay: 0,
          icons: false,
        }),
      ]
    }
    case 'json': {
      const { json, jsonParseLinter } = await import('@codemirror/lang-json')
      const lint = jsonParseLinter()
      const check = linter((view) => (view.state.doc.toString().trim() === '' ? [] : lint(view)), { delay: 200 })
      return [json(), check, code()]
    }
    default:
      return textLanguage(language)
  }
}

/** The languages of Petal itself, ready at once. */
export function textLanguage(language: 'template' | 'expression'): Extension {
  const shared = [variableMarks(language), hoverVariable(language)]
  if (language === 'template') return [shared, complete(completeTemplate)]
  return [shared, complete(completeExpression), expressionLanguage, codeHighlight, closeBrackets(), mono]
}

function complete(source: CompletionSource): Extension {
  return autocompletion({
    // Who types a name and Enter at speed wants the name, not a new line.
    interactionDelay: 0,
    override: [source],
    icons: false,
    activateOnTypingDelay: 0,
  })
}

function code(): Extension {
  return [codeHighlight, closeBrackets(), bracketMatching(), indentOnInput(), mono]
}
