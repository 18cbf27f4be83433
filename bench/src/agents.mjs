// The agents that are measured: chains laid out in a grid, 25 to a row.
const perRow = 25
const columnWidth = 340
const rowHeight = 170

/** The size of the app's card of a step with one exit, in canvas units. */
export const cardSize = { width: 256, height: 92 }

/** Positions and edges (by index) of a chain of `count` steps, for any canvas. */
export function gridOf(count) {
  const positions = Array.from({ length: count }, (_, index) => [
    (index % perRow) * columnWidth,
    Math.floor(index / perRow) * rowHeight,
  ])
  const edges = Array.from({ length: count - 1 }, (_, index) => [index, index + 1])
  return { positions, edges }
}

/** A configuration of `count` steps that set a field, so that nothing but the engine is measured. */
export function chainConfig(count, { layout = false } = {}) {
  const { positions } = gridOf(count)
  const ids = positions.map((_, index) => `step-${index}`)
  return {
    version: 1,
    name: `Chain of ${count}`,
    stateType: { name: 'ChainState', fields: { count: { type: 'number', default: 0, input: true } } },
    graphConfig: { recursionLimit: count + 5 },
    steps: ids.map((id) => ({
      id,
      strategyType: 'set',
      config: { values: [{ field: 'count', kind: 'expression', value: 'count + 1' }] },
    })),
    edges: [{ from: 'START', to: ids[0] }, ...ids.slice(1).map((id, index) => ({ from: ids[index], to: id }))],
    ...(layout ? { layout: Object.fromEntries(ids.map((id, index) => [id, positions[index]])) } : {}),
  }
}

/** The same chain with model steps, for the canvas and the prompt editor. */
export function promptConfig(count) {
  const config = chainConfig(count, { layout: true })
  return {
    ...config,
    name: `Prompts of ${count}`,
    stateType: { name: 'PromptState', fields: { question: { type: 'string', input: true } } },
    steps: config.steps.map(({ id }, index) => ({
      id,
      strategyType: 'llm',
      config: { systemPrompt: `You are step ${index}.`, promptTemplate: 'Answer briefly: {question}' },
    })),
  }
}
