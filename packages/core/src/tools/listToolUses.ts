import type { AgentConfig } from '../config/AgentConfig.ts'
import { readTool } from './readTool.ts'
import type { ToolUse } from './ToolDefinition.ts'

/** What one tool of an agent reaches. */
export interface NamedToolUse extends ToolUse {
  readonly name: string
}

/** What the tools of an agent reach, found by reading: nothing is asked and nothing runs. */
export function listToolUses({ tools = [] }: Pick<AgentConfig, 'tools'>): readonly NamedToolUse[] {
  return tools.map((entry) => {
    const { name, definition, config } = readTool(entry)
    return { name, ...(config === undefined ? {} : definition?.uses(config)) }
  })
}
