import type { AIMessageChunk } from '@langchain/core/messages'
import { isJsonObject } from '../json/isJsonObject.ts'
import { parseJson } from '../json/parseJson.ts'
import type { ToolCall } from '../models/Message.ts'

interface PendingCall {
  readonly index: number | undefined
  id: string | undefined
  name: string
  args: string
}

/** The pieces of one answer, put together as they arrive. */
export interface AnswerCollector {
  /** Takes a piece. Gives its text. */
  add(chunk: AIMessageChunk): string
  text(): string
  /** The whole calls, or the name of the first whose arguments are no JSON object. */
  toolCalls():
    | { readonly ok: true; readonly calls: readonly ToolCall[] }
    | { readonly ok: false; readonly name: string }
}

/** Collects without LangChain's `concat`, which copies everything so far for each piece. */
export function createAnswerCollector(): AnswerCollector {
  let text = ''
  const pending: PendingCall[] = []

  const addCall = ({ index, id, name, args }: { index?: number; id?: string; name?: string; args?: string }): void => {
    const last = pending.findLast((call) => index !== undefined && call.index === index)
    // Some servers number every call 0: another id is another call.
    if (last === undefined || (id !== undefined && id !== '' && last.id !== undefined && last.id !== id)) {
      pending.push({ index, id: id || undefined, name: name ?? '', args: args ?? '' })
      return
    }
    last.id ??= id || undefined
    last.name += name ?? ''
    last.args += args ?? ''
  }

  return {
    add(chunk) {
      for (const call of chunk.tool_call_chunks ?? []) addCall(call)
      text += chunk.text
      return chunk.text
    },
    text: () => text,
    toolCalls() {
      const calls: ToolCall[] = []
      for (const [position, { id, name, args }] of pending.entries()) {
        const parsed = parseArguments(args)
        if (parsed === undefined) return { ok: false, name }
        calls.push({ id: id ?? `call_${position + 1}`, name, args: parsed })
      }
      return { ok: true, calls }
    },
  }
}

function parseArguments(text: string): ToolCall['args'] | undefined {
  if (text.trim() === '') return {}
  try {
    const value = parseJson(text)
    // What was parsed from JSON has no undefined in it.
    return isJsonObject(value) ? (value as ToolCall['args']) : undefined
  } catch {
    return undefined
  }
}
