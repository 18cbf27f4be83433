import * as z from 'zod'
import { providerNames } from '../config/AgentConfig.ts'

/** A step's own model settings: what is missing comes from the agent's `llmConfig`, then from the default. */
export const modelSetting = z
  .object({
    provider: z.enum(providerNames).exactOptional(),
    model: z.string().exactOptional(),
    temperature: z.number().min(0).max(2).exactOptional(),
    maxTokens: z.int().min(1).exactOptional(),
    baseUrl: z.string().exactOptional(),
    keyRef: z.string().exactOptional(),
  })
  .optional()
  .meta({ title: 'Model', description: "Without a model of its own, the step asks the agent's.", widget: 'model' })
