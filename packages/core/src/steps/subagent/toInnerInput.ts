import { evaluateExpression } from '../../expressions/evaluateExpression.ts'
import type { Json } from '../../json/Json.ts'
import { msg } from '../../language/msg.ts'
import type { State, StateType } from '../../state/StateType.ts'
import { MESSAGES } from '../../step/conversation.ts'
import { renderTemplate } from '../../templates/renderTemplate.ts'
import type { SubagentConfig } from './subagentSchema.ts'

type Input = SubagentConfig['inputs'][number]

interface Caller {
  readonly stepId: string
  readonly nodeName: string
}

/** What an agent is given: what the settings say, and for its other inputs the fields of the same name. */
export function toInnerInput(config: SubagentConfig, inner: StateType, state: State, caller: Caller): State {
  const named = new Set(config.inputs.map(({ input }) => input))
  const passesMessages = config.conversation !== 'own'
  const same = Object.entries(inner.fields).filter(([name, { type, input }]) =>
    named.has(name) ? false : type === 'messages' ? passesMessages && name === MESSAGES : input === true,
  )
  const given = new Map<string, Json | undefined>(same.map(([name]) => [name, readField(state, name)]))
  for (const [index, input] of config.inputs.entries()) given.set(input.input, compute(input, index, state, caller))
  return Object.fromEntries([...given].filter((entry): entry is [string, Json] => entry[1] !== undefined))
}

function compute(input: Input, index: number, state: State, caller: Caller): Json | undefined {
  const place = { ...caller, kind: msg('Input'), path: `config.inputs[${index}].value` }
  switch (input.kind) {
    case 'field':
      return readField(state, input.field)
    case 'template':
      return renderTemplate(input.value, state, place)
    case 'expression':
      return evaluateExpression(input.value, state, place)
    default:
      return input.kind satisfies never
  }
}

function readField(state: State, name: string): Json | undefined {
  return Object.hasOwn(state, name) ? state[name] : undefined
}
