import type * as z from 'zod'
import type { AgentConfig } from '../AgentConfig.ts'
import { checkpointerConfigSchema } from '../checkpointerConfigSchema.ts'
import { parsePart } from './parsePart.ts'

/**
 * Sets where runs are remembered between calls; `null` for nowhere.
 *
 * @throws AgentError `build.argument` when the settings are not valid.
 */
export function setCheckpointer(
  config: AgentConfig,
  checkpointer: z.input<typeof checkpointerConfigSchema> | null,
): AgentConfig {
  return {
    ...config,
    checkpointer: checkpointer === null ? null : parsePart(checkpointerConfigSchema, checkpointer, 'checkpointer'),
  }
}
