import { expect, test } from 'vitest'
import { hashConfig } from './hashConfig.ts'
import { parseAgentConfig } from './parseAgentConfig.ts'
import { serializeAgentConfig } from './serializeAgentConfig.ts'
import { sha256 } from './sha256.ts'

const designExample = `{
  "version": 1,
  "name": "Support triage",
  "stateType": {
    "name": "SupportState",
    "fields": {
      "question": { "type": "string", "input": true },
      "category": { "type": "string" },
      "notes": { "type": "array", "reducer": "append" }
    }
  },
  "llmConfig": { "provider": "openai", "model": "gpt-4o-mini", "keyRef": "openai" },
  "memory": { "memoryType": "buffer", "maxTokens": 2000 },
  "graphConfig": { "recursionLimit": 50 },
  "steps": [
    { "id": "classify", "strategyType": "router",
      "config": { "prompt": "Which kind of request is this? {question}",
                  "routes": [{ "name": "refund" }, { "name": "other" }], "writes": "category" } },
    { "id": "refund", "strategyType": "llm",
      "config": { "systemPrompt": "You handle refunds.", "promptTemplate": "{question}" } },
    { "id": "answer", "strategyType": "llm", "nodeName": "General answer",
      "config": { "promptTemplate": "Answer briefly: {question}" } }
  ],
  "edges": [
    { "from": "START", "to": "classify" },
    { "from": "classify", "exit": "refund", "to": "refund" },
    { "from": "classify", "exit": "other", "to": "answer" }
  ],
  "layout": {
    "classify": [0, 0],
    "refund": [320, -80],
    "answer": [320, 80]
  }
}
`

test('the example of the format keeps its bytes', () => {
  const result = parseAgentConfig(designExample)
  expect(result.ok && serializeAgentConfig(result.config)).toBe(designExample)
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(result.ok && hashConfig(result.config)).toHaveLength(64)
})
