import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand/react'
import type { Keyring, KeySummary } from './Keyring.ts'

const KeyringContext = createContext<Keyring | undefined>(undefined)

/** Gives the parts below one keyring. */
export function KeyringProvider({ keyring, children }: { readonly keyring: Keyring; readonly children: ReactNode }) {
  return <KeyringContext value={keyring}>{children}</KeyringContext>
}

/** The keyring itself, for handlers. Throws outside of a `KeyringProvider`. */
export function useKeyring(): Keyring {
  const keyring = useContext(KeyringContext)
  if (keyring === undefined) throw new Error('There is no keyring here: wrap this part in a KeyringProvider.')
  return keyring
}

/** The keys as they may be shown. */
export function useKeys(): readonly KeySummary[] {
  return useStore(useKeyring().keys)
}
