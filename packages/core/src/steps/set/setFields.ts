import { evaluateExpression } from '../../expressions/evaluateExpression.ts'
import type { Json } from '../../json/Json.ts'
import { msg } from '../../language/msg.ts'
import type { State } from '../../state/StateType.ts'
import type { StepContext } from '../../step/StepContext.ts'
import type { Update } from '../../step/StepResult.ts'
import { renderTemplate } from '../../templates/renderTemplate.ts'
import type { SetConfig } from './setSchema.ts'

/** Computes the values from top to bottom; each may use the ones above it. */
export function setFields(state: State, { config, stepId, nodeName }: StepContext<SetConfig>): Update {
  // A map, because a field may have any name, and on a plain object some names reach what is behind it.
  const update = new Map<string, Json>()
  for (const [index, value] of config.values.entries()) {
    const place = { stepId, nodeName, kind: msg('Value'), path: `config.values[${index}].value` }
    update.set(value.field, compute(value, { ...state, ...Object.fromEntries(update) }, place))
  }
  return Object.fromEntries(update)
}

interface Place {
  readonly stepId: string
  readonly nodeName: string
  readonly kind: string
  readonly path: string
}

function compute({ kind, value }: SetConfig['values'][number], scope: State, place: Place): Json {
  return kind === 'template' ? renderTemplate(value, scope, place) : evaluateExpression(value, scope, place)
}
