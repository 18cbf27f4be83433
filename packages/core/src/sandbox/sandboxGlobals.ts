/** A name that the sandbox puts into the scope of code, as an editor documents it. */
export interface SandboxGlobal {
  /** `console.log`: a member is written with its owner. */
  readonly name: string
  /** Its type in TypeScript's notation. */
  readonly type: string
  readonly description: string
}

const logs = (level: string) =>
  `Writes a line into the log of the run, at the level ${level}. Objects are shown as JSON.`

/**
 * What code in the sandbox finds beside the language itself and its own scope (`state` of a step, `args` of a tool).
 * Nothing else is there on purpose: no `fetch`, no timers, no page, no storage, no modules.
 */
export const sandboxGlobals: readonly SandboxGlobal[] = [
  { name: 'console', type: 'Console', description: 'Writes into the log of the run.' },
  { name: 'console.log', type: '(...values: unknown[]) => void', description: logs('INFO') },
  { name: 'console.info', type: '(...values: unknown[]) => void', description: logs('INFO') },
  { name: 'console.debug', type: '(...values: unknown[]) => void', description: logs('DEBUG') },
  { name: 'console.warn', type: '(...values: unknown[]) => void', description: logs('WARNING') },
  { name: 'console.error', type: '(...values: unknown[]) => void', description: logs('ERROR') },
]
