import type { ToolCall } from '../models/Message.ts'

/**
 * The work of a tool that is given in code: it runs outside the sandbox, with the arguments of the call. What it returns
 * must be JSON; what it throws goes back to the model.
 */
export type ToolFunction = (args: ToolCall['args'], context: { readonly signal: AbortSignal }) => unknown

/** Tools that code gives, by name. */
export type ToolFunctions = Readonly<Record<string, ToolFunction>>
