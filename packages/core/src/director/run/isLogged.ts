import type { AgentConfig } from '../../config/AgentConfig.ts'
import type { LogLevel } from '../../step/StepContext.ts'

const severity: Readonly<Record<LogLevel, number>> = { DEBUG: 0, INFO: 1, WARNING: 2, ERROR: 3, CRITICAL: 4 }

/** Whether an agent's logging lets a level through. */
export function isLogged({ enabled, level: least }: AgentConfig['loggingConfig'], level: LogLevel): boolean {
  return enabled && severity[level] >= severity[least]
}
