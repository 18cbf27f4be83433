import type * as z from 'zod'
import type { AgentConfig } from '../AgentConfig.ts'
import { memoryConfigSchema } from '../memoryConfigSchema.ts'
import { parsePart } from './parsePart.ts'

/**
 * Sets how much of the conversation model steps see; `null` for all of it.
 *
 * @throws AgentError `build.argument` when the settings are not valid.
 */
export function setMemory(config: AgentConfig, memory: z.input<typeof memoryConfigSchema> | null): AgentConfig {
  return { ...config, memory: memory === null ? null : parsePart(memoryConfigSchema, memory, 'memory') }
}
