import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json } from '../json/Json.ts'
import type { ToolCall } from '../models/Message.ts'
import type { ToolBase } from './toolShape.ts'

/** What a person is asked before a call is made. */
export interface ToolQuestion {
  readonly kind: 'tool'
  readonly tool: string
  readonly description: string
  readonly args: ToolCall['args']
  /** JSON Schema of the arguments, for editing them. */
  readonly parameters: ToolBase['parameters']
  readonly toolCallId: string
  /** What was wrong with the last answer. */
  readonly problem?: string
}

/** What a person answers: make the call, make it with other arguments, or do not make it. */
export type ToolDecision =
  | { readonly decision: 'approve' }
  | { readonly decision: 'edit'; readonly args: ToolCall['args'] }
  | { readonly decision: 'reject'; readonly reason: string }

/** What is asked of a call, by its question; nothing when it asks something else. */
export function readToolQuestion(question: Json): ToolQuestion | undefined {
  const isMeant = isJsonObject(question) && question.kind === 'tool' && typeof question.tool === 'string'
  // Only the director asks so, and it fills in the rest.
  return isMeant ? (question as unknown as ToolQuestion) : undefined
}

/** The decision that an answer holds; nothing when it holds none. `true` and `false` are understood, too. */
export function readToolDecision(answer: Json): ToolDecision | undefined {
  if (answer === true || answer === 'approve') return { decision: 'approve' }
  if (answer === false || answer === 'reject') return { decision: 'reject', reason: '' }
  if (!isJsonObject(answer)) return undefined
  const { decision, args, reason } = answer
  if (decision === 'approve') return { decision }
  if (decision === 'reject') return { decision, reason: typeof reason === 'string' ? reason.trim() : '' }
  // What came as JSON has no undefined in it.
  if (decision === 'edit' && isJsonObject(args)) return { decision, args: args as ToolCall['args'] }
  return undefined
}
