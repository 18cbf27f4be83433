export const httpMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'] as const
export type HttpMethod = (typeof httpMethods)[number]

/** A saved key to send along: in this header, behind these words. Who asks for it never sees it. */
export interface HttpKey {
  readonly keyRef: string
  readonly header: string
  /** Stands before the key: `Bearer `. */
  readonly prefix: string
}

/** One request as a step or a tool may make it. */
export interface HttpRequest {
  readonly method: HttpMethod
  readonly url: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body?: string
  readonly key?: HttpKey
  /** The longest wait for the whole answer. */
  readonly timeoutMs: number
  /** The largest body that is taken. */
  readonly maxBytes: number
  /** Whether to go where the server sends it on to; `never` where nobody can choose so. With a key it is never sent on. */
  readonly followRedirects: boolean | 'never'
  /** Whether a fault that may pass is worth another try: asking twice must do no harm. */
  readonly repeatable: boolean
}

/** What came back, whatever the status. A key that the server repeats is blanked out. */
export interface HttpAnswer {
  readonly status: number
  /** By name in small letters; in a page only those that the server lets it read. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}
