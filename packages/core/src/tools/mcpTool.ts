import type { Problem } from '../errors/Problem.ts'
import { t } from '../language/t.ts'
import { type McpToolConfig, mcpToolSchema } from './mcpToolSchema.ts'
import { defineTool } from './ToolDefinition.ts'
import { toolHost } from './toolHost.ts'

/** A tool that an MCP server offers. The connection is made by the first call of a run, and closed at its end. */
export const mcpTool = defineTool({
  kind: 'mcp',
  title: 'MCP server',
  description: 'One tool of a Model Context Protocol server.',
  icon: 'server',
  schema: mcpToolSchema,
  isListed: true,
  uses: ({ url, keyRef }) => {
    const host = toolHost(url)
    return { ...(host === undefined ? {} : { host }), ...(keyRef === '' ? {} : { keyRef }) }
  },
  validate: checkServer,
  run: async (args, config, context) => {
    // The client is large, and most agents have no tool of this kind.
    const { callMcpTool } = await import('./mcp/callMcpTool.ts')
    return callMcpTool(args, config, context)
  },
})

function checkServer({ url }: McpToolConfig): readonly Problem[] {
  if (toolHost(url) !== undefined) return []
  const message =
    url.trim() === ''
      ? t('Give the address of the MCP server.')
      : t('"{url}" is not an address. Write it like https://example.org/mcp.', { url })
  return [{ code: 'tool.config', severity: 'error', path: 'url', message }]
}
