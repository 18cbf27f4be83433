/** Files of small agents, as a person might be sent them. */

export interface AskingAgent {
  readonly provider?: string
  readonly baseUrl?: string
  readonly model?: string
  readonly keyRef?: string
  readonly maxRetries?: number
  readonly maxTokens?: number
  readonly name?: string
  /** How the step is tried again, instead of the agent's way. */
  readonly retry?: { readonly maxRetries: number; readonly backOff: string; readonly waitMs: number }
}

/** The least there can be: one step, and an agent of it. */
export const smallStep = { id: 'ask', strategyType: 'llm', config: { promptTemplate: 'Hello' } }
export const smallAgent = { version: 1, name: 'Small', stateType: { name: 'State', fields: {} }, steps: [smallStep] }

export const question = 'Why is the sky blue?'

/** One step that asks a model on an OpenAI-compatible server. It does not try again unless asked to. */
export function askingAgent({
  provider = 'openai',
  baseUrl,
  model = 'test-model',
  keyRef,
  maxRetries = 0,
  maxTokens,
  name = 'Asker',
  retry,
}: AskingAgent): string {
  return toText({
    version: 1,
    name,
    stateType: {
      name: 'AskState',
      fields: { question: { type: 'string', default: question, input: true }, answer: { type: 'string' } },
    },
    llmConfig: {
      provider,
      model,
      ...(maxTokens ? { maxTokens } : {}),
      ...(baseUrl ? { baseUrl } : {}),
      ...(keyRef ? { keyRef } : {}),
    },
    graphConfig: { maxRetries },
    steps: [
      {
        id: 'ask',
        strategyType: 'llm',
        nodeName: 'Ask',
        config: {
          systemPrompt: 'Be brief.',
          promptTemplate: 'Answer: {question}',
          writes: 'answer',
          useHistory: false,
        },
        ...(retry ? { retry } : {}),
      },
    ],
    layout: { ask: [0, 0] },
  })
}

/** One step of JavaScript that writes `result`. */
export function codeAgent(code: string, name = 'Coder'): string {
  return toText({
    version: 1,
    name,
    stateType: {
      name: 'CodeState',
      fields: { number: { type: 'integer', default: 20, input: true }, result: { type: 'any' } },
    },
    steps: [{ id: 'compute', strategyType: 'custom', nodeName: 'Compute', config: { code, writes: ['result'] } }],
    layout: { compute: [0, 0] },
  })
}

export function toText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
