import { createStore, type StoreApi } from 'zustand/vanilla'
import type { KeyDatabase } from './keyDatabase.ts'
import type { SuppliedKey } from './SuppliedKey.ts'

/** A key as it may be shown. */
export interface KeySummary {
  readonly keyRef: string
  /** Never more than the last four characters. */
  readonly masked: string
  readonly hosts: readonly string[]
  /** True when it is kept on this device; otherwise it is gone with the page. */
  readonly kept: boolean
}

/** A key that is needed for a host. */
export interface KeyNeed {
  readonly keyRef: string
  readonly host: string
}

/** The keys of this session, and those kept on this device. Values leave it only towards the engine. */
export class Keyring {
  readonly keys: StoreApi<readonly KeySummary[]> = createStore<readonly KeySummary[]>(() => [])
  readonly #database: KeyDatabase
  readonly #known = new Map<string, SuppliedKey & { readonly kept: boolean }>()

  constructor(database: KeyDatabase) {
    this.#database = database
  }

  /** Brings in the kept keys. A key given meanwhile wins. Without a store there are none. */
  async load(): Promise<void> {
    const kept = await this.#database.list().catch((): readonly SuppliedKey[] => [])
    for (const key of kept) {
      if (!this.#known.has(key.keyRef)) this.#known.set(key.keyRef, { ...key, kept: true })
    }
    this.#tell()
  }

  /**
   * Saves a key for these hosts, in place of one with the same reference. Rejects with a `storage.*` error when it was
   * to be kept and could not be; it then works for this session.
   */
  async save(key: SuppliedKey, keep: boolean): Promise<void> {
    const value = key.value.trim()
    this.#known.set(key.keyRef, { ...key, value, kept: false })
    this.#tell()
    if (keep) await this.#database.put({ keyRef: key.keyRef, value, hosts: key.hosts })
    else await this.#database.remove(key.keyRef).catch(() => undefined)
    this.#known.set(key.keyRef, { ...key, value, kept: keep })
    this.#tell()
  }

  /** Lets a known key go to one more host. */
  async allowHost(keyRef: string, host: string): Promise<void> {
    const key = this.#known.get(keyRef)
    if (key === undefined || key.hosts.includes(host)) return
    await this.save({ keyRef, value: key.value, hosts: [...key.hosts, host] }, key.kept)
  }

  async remove(keyRef: string): Promise<void> {
    this.#known.delete(keyRef)
    this.#tell()
    await this.#database.remove(keyRef)
  }

  /** `missing`: no such key. `otherHost`: there is one, but it was not saved for this host. */
  check({ keyRef, host }: KeyNeed): 'ok' | 'missing' | 'otherHost' {
    const key = this.#known.get(keyRef)
    if (key === undefined) return 'missing'
    return key.hosts.includes(host) ? 'ok' : 'otherHost'
  }

  /** Exactly the keys that are needed, each with the needed hosts that it was saved for. */
  supply(needs: readonly KeyNeed[]): readonly SuppliedKey[] {
    return [...this.#known.values()].flatMap(({ keyRef, value, hosts }) => {
      const wanted = hosts.filter((host) => needs.some((need) => need.keyRef === keyRef && need.host === host))
      return wanted.length === 0 ? [] : [{ keyRef, value, hosts: wanted }]
    })
  }

  /** Every value, for redaction and for nothing else. */
  secrets(): readonly string[] {
    return [...this.#known.values()].map(({ value }) => value)
  }

  #tell(): void {
    const summaries = [...this.#known.values()].map(({ keyRef, value, hosts, kept }) => {
      return { keyRef, masked: maskKey(value), hosts, kept }
    })
    this.keys.setState(
      summaries.sort((a, b) => a.keyRef.localeCompare(b.keyRef)),
      true,
    )
  }
}

/** Enough to tell one's keys apart, and no more: `••••9f3c`. A short key shows nothing. */
export function maskKey(value: string): string {
  return `••••${value.length >= 16 ? value.slice(-4) : ''}`
}
