import { toText } from './agents.ts'

const amount = { type: 'object', properties: { amount: { type: 'number' } }, required: ['amount'] }

/** A tool that doubles a number, in the sandbox. */
export const doubleTool = {
  kind: 'code',
  name: 'double',
  description: 'Double an amount',
  parameters: amount,
  code: 'return args.amount * 2',
}

/** A tool that a person has to allow. */
export const payTool = {
  kind: 'code',
  name: 'pay',
  description: 'Pay an amount',
  parameters: amount,
  code: 'return "paid " + args.amount',
  approval: 'always',
}

export interface ToolAgent {
  readonly baseUrl?: string
  readonly tools: readonly object[]
  readonly settings?: object
  readonly prompt?: string
}

/** One step that works with all of the tools. */
export function toolAgent({ baseUrl, tools, settings, prompt = 'Do it' }: ToolAgent): string {
  const names = tools.map((tool) => ('name' in tool ? tool.name : ''))
  return toText({
    version: 1,
    name: 'Worker',
    stateType: {
      name: 'WorkState',
      fields: { task: { type: 'string', input: true, default: prompt }, answer: { type: 'string' } },
    },
    ...(baseUrl === undefined ? {} : { llmConfig: { provider: 'openai', model: 'test-model', baseUrl } }),
    graphConfig: { maxRetries: 0 },
    tools,
    steps: [
      {
        id: 'work',
        strategyType: 'react',
        nodeName: 'Work',
        config: { promptTemplate: '{task}', tools: names, writes: 'answer', ...settings },
      },
    ],
    layout: { work: [0, 0] },
  })
}
