/** The part of the Trusted Types API used here; TypeScript's libraries do not describe it yet. */
interface TrustedTypesScope {
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL(url: string): string },
    ): { createScriptURL(url: string): string }
  }
}

type WorkerConstructor = new (url: URL, options: WorkerOptions) => Worker

let trusted: WorkerConstructor | undefined

/**
 * The `Worker` constructor, for places whose Content-Security-Policy demands trusted script addresses. The policy
 * vouches for nothing but scripts of the own origin.
 */
export function trustWorkers(): WorkerConstructor {
  trusted ??= createTrustedWorkers()
  return trusted
}

function createTrustedWorkers(): WorkerConstructor {
  const { trustedTypes } = globalThis as TrustedTypesScope
  if (trustedTypes === undefined) return Worker
  const policy = trustedTypes.createPolicy('petal-sandbox', {
    createScriptURL: (url) => {
      if (new URL(url).origin !== globalThis.location.origin) throw new TypeError(`Not a script of this origin: ${url}`)
      return url
    },
  })
  return class extends Worker {
    constructor(url: URL, options: WorkerOptions) {
      super(policy.createScriptURL(url.href), options)
    }
  }
}
