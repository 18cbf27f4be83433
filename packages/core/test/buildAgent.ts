import type { AgentConfig, EdgeConfig } from '../src/config/AgentConfig.ts'
import { createAgentConfig } from '../src/config/createAgentConfig.ts'
import { listEdges } from '../src/config/listEdges.ts'

/** An agent of unconnected steps; with edges when they are given as `a > b`, `a:exit > b`. */
export function agent(ids: readonly string[], edges?: readonly string[]): AgentConfig {
  const steps = ids.map((id) => ({ id, strategyType: 'llm', config: {} }))
  return { ...createAgentConfig(), steps, ...(edges === undefined ? {} : { edges: edges.map(edge) }) }
}

function edge(text: string): EdgeConfig {
  const [source = '', to = ''] = text.split(' > ')
  const [from = '', exit] = source.split(':')
  return exit === undefined ? { from, to } : { from, exit, to }
}

/** The edges of an agent, written the same way. */
export function edgesOf(config: AgentConfig): string[] {
  return listEdges(config).map(({ from, exit, to }) => `${exit === undefined ? from : `${from}:${exit}`} > ${to}`)
}
