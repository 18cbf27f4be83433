import type { Sandbox } from '../sandbox/Sandbox.ts'

/** What differs between the places the core runs in. Reached as `#platform`: `web.ts` or `node.ts`. */
export interface Platform {
  /** A sandbox for untrusted code, in a worker of its own that starts on first use. */
  createSandbox(): Sandbox
  /** Imports a package or file by name. In browsers rejects with `code.unavailable`. */
  importModule(specifier: string): Promise<Readonly<Record<string, unknown>>>
  /** The `.js` and `.mjs` files directly in a folder, as specifiers for `importModule`, sorted. In browsers rejects with `code.unavailable`. */
  listModules(folder: string): Promise<readonly string[]>
}
