import * as z from 'zod'
import { keySettings } from './keySettings.ts'
import { toolShape } from './toolShape.ts'

/** The settings of a tool of an MCP server. */
export const mcpToolSchema = z.object({
  ...toolShape,
  kind: z.literal('mcp'),
  url: z.string().default('').meta({
    title: 'Server',
    description: 'The address of an MCP server that speaks Streamable HTTP.',
    placeholder: 'https://example.org/mcp',
  }),
  tool: z.string().default('').meta({
    title: 'Tool of the server',
    description: 'Its name there. Empty: the name above.',
    placeholder: 'the name above',
  }),
  ...keySettings,
})

/** The settings of a tool of an MCP server. */
export type McpToolConfig = z.infer<typeof mcpToolSchema>
