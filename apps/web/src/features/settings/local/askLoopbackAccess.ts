/** Whether this page may ask servers on this computer. `open`: the browser does not ask about it. */
export type LoopbackAccess = 'open' | 'granted' | 'prompt' | 'denied'

/** The part of a page that tells. */
interface PageScope {
  readonly location: { readonly hostname: string }
  readonly navigator: { readonly permissions: Pick<Permissions, 'query'> }
}

const onThisComputer = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/
/** The permission, by its newer name first. */
const names = ['loopback-network', 'local-network-access']

/** Asks the browser, not the person. A page that is served by this computer may always look around on it. */
export async function askLoopbackAccess({ location, navigator }: PageScope = globalThis): Promise<LoopbackAccess> {
  if (onThisComputer.test(location.hostname)) return 'open'
  for (const name of names) {
    try {
      // A name that TypeScript's list does not have yet; a browser that does not know it either rejects.
      const { state } = await navigator.permissions.query({ name: name as PermissionName })
      return state
    } catch {
      // The next name.
    }
  }
  return 'open'
}
