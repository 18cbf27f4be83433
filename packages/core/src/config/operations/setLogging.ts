import type * as z from 'zod'
import type { AgentConfig } from '../AgentConfig.ts'
import { loggingConfigSchema } from '../loggingConfigSchema.ts'
import { parsePart } from './parsePart.ts'

/**
 * Sets what runs log. What is left out gets its default.
 *
 * @throws AgentError `build.argument` when the settings are not valid.
 */
export function setLogging(config: AgentConfig, loggingConfig: z.input<typeof loggingConfigSchema>): AgentConfig {
  return { ...config, loggingConfig: parsePart(loggingConfigSchema, loggingConfig, 'loggingConfig') }
}
