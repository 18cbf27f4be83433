import { AIMessage, type BaseMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages'
import type { ToolSpec } from '../models/ChatModel.ts'
import type { Message } from '../models/Message.ts'

/** Plain messages as LangChain's. With `oneSystemMessage` the instructions are joined at the start. */
export function toLangChainMessages(messages: readonly Message[], oneSystemMessage: boolean): BaseMessage[] {
  if (!oneSystemMessage) return messages.map(toLangChainMessage)
  const instructions = messages.filter((message) => message.role === 'system').map((message) => message.content)
  const others = messages.filter((message) => message.role !== 'system').map(toLangChainMessage)
  return instructions.length === 0 ? others : [new SystemMessage(instructions.join('\n\n')), ...others]
}

function toLangChainMessage({ role, content, name, toolCalls, toolCallId }: Message): BaseMessage {
  const named = name === undefined ? {} : { name }
  switch (role) {
    case 'system':
      return new SystemMessage({ content })
    case 'user':
      return new HumanMessage({ content, ...named })
    case 'tool':
      return new ToolMessage({ content, tool_call_id: toolCallId ?? '', ...named })
    case 'assistant':
      return new AIMessage({
        content,
        tool_calls: (toolCalls ?? []).map((call) => ({ ...call, args: { ...call.args }, type: 'tool_call' as const })),
      })
  }
}

/** Tools in OpenAI's form, which every LangChain client understands. */
export function toLangChainTools(tools: readonly ToolSpec[]) {
  return tools.map(({ name, description, parameters }) => ({
    type: 'function' as const,
    function: { name, description, parameters: { ...parameters } },
  }))
}
