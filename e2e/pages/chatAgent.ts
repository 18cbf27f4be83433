import { toText } from './agents.ts'

/** An agent that only chats, with this memory, on an OpenAI-compatible server. */
export function chatAgent(baseUrl: string, memory: object): string {
  return toText({
    version: 1,
    name: 'Chat',
    stateType: { name: 'ChatState', fields: {} },
    llmConfig: { provider: 'openai', model: 'test-model', baseUrl },
    memory,
    graphConfig: { maxRetries: 0 },
    steps: [{ id: 'reply', strategyType: 'llm', nodeName: 'Reply', config: { systemPrompt: 'Be brief.' } }],
    layout: { reply: [0, 0] },
  })
}
