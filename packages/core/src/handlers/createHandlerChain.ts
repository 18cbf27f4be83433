import type { StepRegistry } from '../registry/StepRegistry.ts'
import { CustomConfigHandler } from './CustomConfigHandler.ts'
import { LLMConfigHandler } from './LLMConfigHandler.ts'
import { PluginConfigHandler } from './PluginConfigHandler.ts'
import type { StepConfigHandler } from './StepConfigHandler.ts'

/** The chain every step of an agent passes through: model steps, custom steps, then whatever the registry has. */
export function createHandlerChain(registry: StepRegistry): StepConfigHandler {
  return new LLMConfigHandler(new CustomConfigHandler(new PluginConfigHandler(registry), registry), registry)
}
