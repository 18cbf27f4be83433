import { evaluateExpression } from '../expressions/evaluateExpression.ts'
import { isTruthy } from '../expressions/isTruthy.ts'
import type { ToolCall } from '../models/Message.ts'

/** Whether a call waits for a person. A rule that cannot be worked out for these arguments counts as one that asks. */
export function needsApproval(approval: string, args: ToolCall['args']): boolean {
  if (approval === 'never') return false
  if (approval === 'always') return true
  try {
    return isTruthy(evaluateExpression(approval, { args, ...args }))
  } catch {
    return true
  }
}
