import type * as z from 'zod'
import type { AgentConfig } from '../AgentConfig.ts'
import { graphConfigSchema } from '../graphConfigSchema.ts'
import { parsePart } from './parsePart.ts'

/**
 * Sets how the graph runs. What is left out gets its default.
 *
 * @throws AgentError `build.argument` when the settings are not valid.
 */
export function setGraph(config: AgentConfig, graphConfig: z.input<typeof graphConfigSchema>): AgentConfig {
  return { ...config, graphConfig: parsePart(graphConfigSchema, graphConfig, 'graphConfig') }
}
