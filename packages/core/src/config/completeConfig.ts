import type { AgentConfig } from './AgentConfig.ts'
import { type ParseResult, parseAgentConfig } from './parseAgentConfig.ts'

/** What every parsed configuration has. */
const parts = ['stateType', 'steps', 'memory', 'graphConfig', 'llmConfig', 'loggingConfig', 'checkpointer', 'layout']

/**
 * A configuration with everything a parsed one has: code without types may hand over one as it would stand in a file,
 * or something else altogether. A whole one is given back as it is, without a second look.
 */
export function completeConfig(config: AgentConfig): ParseResult {
  return isWhole(config) ? { ok: true, config, problems: [] } : parseAgentConfig(config)
}

function isWhole(config: unknown): boolean {
  if (typeof config !== 'object' || config === null || !parts.every((part) => part in config)) return false
  const steps: unknown = Reflect.get(config, 'steps')
  return Array.isArray(steps) && steps.every(isWholeStep)
}

function isWholeStep(step: unknown): boolean {
  return typeof step === 'object' && step !== null && 'id' in step && 'strategyType' in step && 'config' in step
}
