import {
  type AgentConfig,
  type Json,
  listToolUses,
  renameReferences,
  type StepRegistry,
  type ToolEntry,
} from '@petal/core/model'
import { t } from '@petal/ui/language'
import { parsePath, setAtPath } from '../../editor/setAtPath.ts'

type Tools = readonly ToolEntry[]

function withTools(agent: AgentConfig, tools: Tools): AgentConfig {
  if (tools.length > 0) return { ...agent, tools }
  const { tools: _none, ...rest } = agent
  return rest
}

/** The agent with more tools at the end of its list, each under a name of its own. */
export function addTools(agent: AgentConfig, added: Tools): AgentConfig {
  return added.reduce((grown, tool) => {
    const tools = grown.tools ?? []
    return withTools(grown, [...tools, { ...tool, name: freeToolName(String(tool.name), tools) }])
  }, agent)
}

/** The agent with one setting of a tool changed; `undefined` removes it. */
export function setToolValue(agent: AgentConfig, index: number, path: string, value: Json | undefined): AgentConfig {
  const { tools = [] } = agent
  const tool = tools[index]
  if (tool === undefined) return agent
  // A tool is plain JSON, and stays an object with what stands in it.
  return withTools(agent, tools.with(index, setAtPath(tool, parsePath(path), value) as ToolEntry))
}

/** The agent with a copy of a tool right after it. */
export function duplicateTool(agent: AgentConfig, index: number): AgentConfig {
  const { tools = [] } = agent
  const tool = tools[index]
  if (tool === undefined) return agent
  return withTools(agent, tools.toSpliced(index + 1, 0, { ...tool, name: freeToolName(String(tool.name), tools) }))
}

export function removeTool(agent: AgentConfig, index: number): AgentConfig {
  return withTools(agent, (agent.tools ?? []).toSpliced(index, 1))
}

/** The agent with a tool under another name; steps that use it follow along, also those within other steps. */
export function renameTool(
  agent: AgentConfig,
  index: number,
  to: string,
  registry: Pick<StepRegistry, 'describe'>,
): AgentConfig {
  const from = agent.tools?.[index]?.name
  const renamed = setToolValue(agent, index, 'name', to)
  if (typeof from !== 'string' || from === '') return renamed
  return renameReferences(renamed, { tools: new Map([[from, to]]) }, registry)
}

/** A name like this one that no tool has, of the characters a name may have. */
export function freeToolName(wish: string, tools: Tools): string {
  const base =
    wish
      .replace(/[^a-zA-Z0-9_-]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 60) || 'tool'
  const taken = tools.map(({ name }) => name)
  if (!taken.includes(base)) return base
  for (let number = 2; ; number += 1) if (!taken.includes(`${base}_${number}`)) return `${base}_${number}`
}

/** What is wrong with a name for a tool, or undefined. */
export function toolNameFault(name: string, tools: Tools): string | undefined {
  if (name === '') return t('Give the tool a name: models call it by this name.')
  if (!/^[a-zA-Z0-9_-]{1,64}$/.test(name)) return t('A name has 1 to 64 letters, digits, - or _.')
  return tools.some((tool) => tool.name === name) ? t('There is a tool called {name} already.', { name }) : undefined
}

/** Host and port that a tool asks, if it asks any. */
export function hostOfTool(tool: ToolEntry): string | undefined {
  return listToolUses({ tools: [tool] })[0]?.host
}
