import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { PluginCollection } from './PluginCollection.ts'

type OpenCollection = () => Promise<PluginCollection>

const PluginsContext = createContext<OpenCollection | undefined>(undefined)

interface PluginsProviderProps {
  readonly plugins: OpenCollection
  readonly children: ReactNode
}

/** Gives the parts below the plugins that the person has loaded. */
export function PluginsProvider({ plugins, children }: PluginsProviderProps) {
  return <PluginsContext value={plugins}>{children}</PluginsContext>
}

/** The loaded plugins; undefined for a moment, until the code for them is there. Throws outside of a `PluginsProvider`. */
export function usePluginCollection(): PluginCollection | undefined {
  const open = useContext(PluginsContext)
  if (open === undefined) throw new Error('There are no plugins here: wrap this part in a PluginsProvider.')
  const [collection, setCollection] = useState<PluginCollection>()
  useEffect(() => {
    open().then(setCollection, () => undefined)
  }, [open])
  return collection
}
