import { toText } from './agents.ts'

/** Agents drawn for tests of the editor: their cards stand apart and fit into the window. */

const stateType = {
  name: 'TextState',
  fields: {
    question: { type: 'string', default: 'Why is the sky blue?', input: true },
    text: { type: 'string' },
    output: { type: 'string' },
  },
}

function set(id: string, nodeName: string, value: string) {
  return { id, strategyType: 'set', nodeName, config: { values: [{ field: 'text', value }] } }
}

/** Three steps in a row: First, Second, Third. None of them asks a model. */
export const chainAgent = toText({
  version: 1,
  name: 'Chain',
  stateType,
  steps: [
    set('first', 'First', 'One {question}'),
    set('second', 'Second', 'Two {text}'),
    set('third', 'Third', 'Three {text}'),
  ],
  layout: { first: [0, 0], second: [340, 0], third: [680, 0] },
})

/** A choice between `long` and otherwise, and a card that nothing leads to. */
export const choiceAgent = toText({
  version: 1,
  name: 'Choice',
  stateType,
  steps: [
    {
      id: 'choose',
      strategyType: 'condition',
      nodeName: 'Choose',
      config: { branches: [{ name: 'long', when: 'length(question) > 20' }] },
    },
    set('shorten', 'Shorten', 'Short {question}'),
    set('keep', 'Keep', 'Kept {question}'),
    set('loose', 'Loose', 'Loose {question}'),
  ],
  edges: [
    { from: 'START', to: 'choose' },
    { from: 'choose', exit: 'long', to: 'shorten' },
    { from: 'choose', exit: 'else', to: 'keep' },
  ],
  layout: { choose: [0, 0], shorten: [400, -120], keep: [400, 80], loose: [0, 260] },
})
