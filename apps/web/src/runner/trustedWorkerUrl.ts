/** The part of Trusted Types used here; not every browser has it. */
interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string | URL }
}

declare global {
  var trustedTypes: TrustedTypesFactory | undefined
}

let policy: ReturnType<TrustedTypesFactory['createPolicy']> | undefined

/** A worker address that the page's Trusted Types policy lets through: same origin only. */
export function trustedWorkerUrl(url: string): string | URL {
  const address = sameOriginUrl(url)
  if (globalThis.trustedTypes === undefined) return address
  policy ??= globalThis.trustedTypes.createPolicy('petal', { createScriptURL: sameOriginUrl })
  return policy.createScriptURL(address)
}

/** The absolute form of an address. Throws a `TypeError` when it leads to another origin. */
function sameOriginUrl(url: string): string {
  const address = new URL(url, globalThis.location.href)
  if (address.origin !== globalThis.location.origin) throw new TypeError(`A worker cannot come from ${address.origin}.`)
  return address.href
}
