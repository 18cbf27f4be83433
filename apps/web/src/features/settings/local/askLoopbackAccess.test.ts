import { expect, test } from 'vitest'
import { askLoopbackAccess } from './askLoopbackAccess.ts'

/** A browser that knows these permissions, and no others. */
function createScope(hostname: string, known: Readonly<Record<string, PermissionState>>) {
  const query: Permissions['query'] = async ({ name }) => {
    const state = known[name]
    if (state === undefined) throw new TypeError(`"${name}" is no permission.`)
    return Object.assign(new EventTarget(), { state, name, onchange: null })
  }
  return { location: { hostname }, navigator: { permissions: { query } } }
}

test.each<[hostname: string, known: Readonly<Record<string, PermissionState>>, access: string]>([
  ['studio.example', { 'loopback-network': 'denied', 'local-network-access': 'granted' }, 'denied'],
  ['studio.example', { 'local-network-access': 'prompt' }, 'prompt'],
  ['studio.example', {}, 'open'],
  ['localhost', { 'loopback-network': 'denied' }, 'open'],
  ['127.0.0.1', { 'loopback-network': 'prompt' }, 'open'],
])('%s with %o: %s', async (hostname, known, access) => {
  expect(await askLoopbackAccess(createScope(hostname, known))).toBe(access)
})
