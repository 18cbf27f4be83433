import { StreamLanguage } from '@codemirror/language'
import { expressionFunctions } from '@petal/core/model'

const words = /^(and|or|not|in|is|empty|contains|startsWith|endsWith|matches)\b/
const atoms = /^(true|false|null)\b/
const functionNames = new Set(expressionFunctions.map(({ name }) => name))

/** Colours of the expression language. Variables are coloured by their own marks. */
export const expressionLanguage = StreamLanguage.define<null>({
  name: 'petal-expression',
  startState: () => null,
  token(stream) {
    if (stream.eatSpace()) return null
    if (stream.match(/^"(\\.|[^"\\])*"?/) || stream.match(/^'(\\.|[^'\\])*'?/)) return 'string'
    if (stream.match(/^\d+(\.\d+)?([eE][+-]?\d+)?/)) return 'number'
    if (stream.match(words)) return 'keyword'
    if (stream.match(atoms)) return 'atom'
    const name = stream.match(/^[A-Za-z_]\w*/)
    if (Array.isArray(name)) return functionNames.has(name[0]) && stream.peek() === '(' ? 'variableName.function' : null
    stream.next()
    return null
  },
})
