import type { Json } from '../json/Json.ts'

/** One piece of user code to run: the body of an async function. */
export interface SandboxRequest {
  readonly code: string
  /** Variables in scope of the code, as deep copies. */
  readonly scope: Readonly<Record<string, Json>>
  readonly signal?: AbortSignal
  /** Wall-clock limit in milliseconds. Default 5,000. */
  readonly timeoutMs?: number
  /** Memory limit in bytes. Default 32 MB. */
  readonly memoryBytes?: number
  /** Largest JSON text the code may return, in characters. Default 1,000,000. */
  readonly maxResultLength?: number
  onLog?(level: 'debug' | 'info' | 'warning' | 'error', text: string): void
}

/**
 * Runs untrusted JavaScript with nothing in reach but the language and its scope. Rejects with an `AgentError` whose
 * code starts with `code.`. Fails closed: where it cannot isolate, it refuses.
 */
export interface Sandbox {
  run(request: SandboxRequest): Promise<Json | undefined>
}
