import type { AgentConfig } from '../config/AgentConfig.ts'
import { END, listEdges, START } from '../config/listEdges.ts'
import type { StepRegistry } from '../registry/StepRegistry.ts'

/**
 * An agent's graph as the text of a Mermaid flowchart. Pure; the same agent gives the same text.
 *
 * @param registry names the steps that have no name of their own; without it their ids stand there
 */
export function toMermaid(config: AgentConfig, registry?: StepRegistry): string {
  const edges = listEdges(config)
  const choosing = new Set(edges.filter(({ exit }) => exit !== undefined).map(({ from }) => from))
  const keys = new Map(config.steps.map(({ id }, index) => [id, `s${index}`]))
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]))
  const nodes = config.steps.map(({ id, strategyType, nodeName, disabled }, index) => {
    const known = registry?.describe(strategyType) === undefined ? undefined : registry
    const name = nodeName || known?.getStrategy(strategyType).getNodeName(index) || id
    const label = quote(disabled === true ? `${name} (disabled)` : name)
    return `  s${index}${choosing.has(id) ? `{${label}}` : `[${label}]`}`
  })
  const lines = edges.flatMap(({ from, exit, to }) => {
    const source = from === START ? 'start' : keys.get(from)
    const target = to === END ? 'finish' : keys.get(to)
    if (source === undefined || target === undefined) return []
    return [`  ${source} -->${exit === undefined ? '' : `|${quote(exit)}|`} ${target}`]
  })
  return [
    'flowchart TD',
    ...(ends.has(START) ? ['  start([Start])'] : []),
    ...nodes,
    ...(ends.has(END) ? ['  finish([End])'] : []),
    ...lines,
    '',
  ].join('\n')
}

/** A label that means nothing to Mermaid, whatever a person wrote. */
function quote(text: string): string {
  const safe = text.replaceAll(/[#"<>&`\r\n]/g, (character) => `#${character.codePointAt(0)};`)
  return `"${safe}"`
}
