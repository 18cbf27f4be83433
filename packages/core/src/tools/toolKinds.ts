import { agentTool } from './agentTool.ts'
import { codeTool } from './codeTool.ts'
import { httpTool } from './httpTool.ts'
import { mcpTool } from './mcpTool.ts'
import type { ToolDefinition } from './ToolDefinition.ts'

/** Every kind of tool, in the order in which they are offered. */
export const toolKinds: readonly ToolDefinition[] = [codeTool, httpTool, mcpTool, agentTool]

/** The kind of this name, if there is one. */
export function findToolKind(kind: unknown): ToolDefinition | undefined {
  return toolKinds.find((definition) => definition.kind === kind)
}
