/** A key with its value, as it is handed to the engine for a run: never stored with an agent, never shown. */
export interface SuppliedKey {
  readonly keyRef: string
  readonly value: string
  /** The only hosts it may be sent to, with their ports: `api.openai.com`, `localhost:1234`. */
  readonly hosts: readonly string[]
}
