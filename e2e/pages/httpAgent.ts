/** An agent of one web request, as its file. */
export function httpAgent(
  config: Readonly<Record<string, unknown>>,
  step: Readonly<Record<string, unknown>> = {},
): string {
  return JSON.stringify({
    version: 1,
    name: 'Web request',
    stateType: {
      name: 'WebState',
      fields: {
        question: { type: 'string', default: 'a "quoted" & more', input: true },
        found: { type: 'any' },
        status: { type: 'integer' },
        output: { type: 'string' },
      },
    },
    steps: [
      { id: 'ask', strategyType: 'http', nodeName: 'Ask', config, ...step },
      { id: 'say', strategyType: 'output', nodeName: 'Say', config: { template: 'Got {found}' } },
    ],
    layout: { ask: [0, 0], say: [340, 0] },
  })
}
