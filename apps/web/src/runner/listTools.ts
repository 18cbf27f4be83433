import { msg } from '@petal/ui/language'
import { toProblem } from '../problems/toProblem.ts'
import { createSuppliedKeys } from './createSuppliedKeys.ts'
import type { FromEngine, ToolListing } from './EngineMessage.ts'
import { redactValue } from './redactValue.ts'

/** How long a server may take to tell its tools, in milliseconds. */
const PATIENCE_MS = 30_000

/** Asks an MCP server for its tools. The client is loaded for it. */
export async function listTools({ ticket, server, keys }: ToolListing): Promise<FromEngine> {
  try {
    const { listMcpTools } = await import('@petal/core/mcp')
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const tools = await listMcpTools({
      server,
      keys: createSuppliedKeys(keys),
      fetch: fetch.bind(globalThis),
      signal,
    })
    return { type: 'tools-listed', ticket, tools }
  } catch (fault) {
    const secrets = keys.map(({ value }) => value)
    const problem = redactValue(toProblem(fault, msg('The server did not tell its tools')), secrets)
    return { type: 'tools-listed', ticket, problem }
  }
}
