import { word } from '@petal/core/language'
import { AgentError, type KeySource } from '@petal/core/model'
import type { SuppliedKey } from '../storage/SuppliedKey.ts'

/** Gives each key to its own hosts only. */
export function createSuppliedKeys(keys: readonly SuppliedKey[]): KeySource {
  return {
    get(keyRef, host) {
      const key = keys.find((candidate) => candidate.keyRef === keyRef)
      if (key === undefined) return undefined
      if (key.hosts.includes(host)) return key.value
      throw new AgentError(
        'secret.hostMismatch',
        word(
          'The key "{keyRef}" was saved for {hosts} and is not sent to {host}. Save a key for {host}, or allow this one there.',
          { keyRef, hosts: key.hosts.join(', '), host },
        ),
        { detail: { host, available: key.hosts } },
      )
    },
  }
}
