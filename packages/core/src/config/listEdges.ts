import type { AgentConfig, EdgeConfig } from './AgentConfig.ts'

/** The ends of the graph, as edges name them. */
export const START = 'START'
export const END = 'END'

const impliedEdges = new WeakMap<AgentConfig['steps'], readonly EdgeConfig[]>()

/** The edges of an agent: those it lists, or the chain START, first step, … last step, END that it implies. */
export function listEdges(config: Pick<AgentConfig, 'steps' | 'edges'>): readonly EdgeConfig[] {
  if (config.edges !== undefined) return config.edges
  const known = impliedEdges.get(config.steps)
  if (known !== undefined) return known
  const names = [START, ...config.steps.map((step) => step.id), END]
  const edges =
    config.steps.length === 0 ? [] : names.slice(1).map((to, index) => ({ from: names[index] ?? START, to }))
  impliedEdges.set(config.steps, edges)
  return edges
}
