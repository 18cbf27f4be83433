import type * as z from 'zod'
import type { AgentConfig } from '../AgentConfig.ts'
import { llmConfigSchema } from '../llmConfigSchema.ts'
import { parsePart } from './parsePart.ts'

/**
 * Sets the model of all steps that name none; `null` for the built-in practice model.
 *
 * @throws AgentError `build.argument` when the settings are not valid.
 */
export function setLLM(config: AgentConfig, llmConfig: z.input<typeof llmConfigSchema> | null): AgentConfig {
  return { ...config, llmConfig: llmConfig === null ? null : parsePart(llmConfigSchema, llmConfig, 'llmConfig') }
}
