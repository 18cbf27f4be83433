/** Where and how an MCP server is reached. */
export interface McpServer {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Values that no text may show. */
  readonly secrets: readonly string[]
  readonly fetch: typeof fetch
}
