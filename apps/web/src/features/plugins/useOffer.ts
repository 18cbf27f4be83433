import { useEffect, useRef, useState } from 'react'
import { offerAddress, offerFile, type PluginOffer } from '../../plugins/loaded/offerPlugin.ts'

/** What is being looked at, and the ways to look at something. */
export interface Looking {
  readonly offer: PluginOffer | undefined
  readonly busy: boolean
  lookAtFile(file: File): void
  lookAtAddress(address: string): void
  clear(): void
}

/** Looks at one plugin at a time: whatever is asked later counts, and closing ends what is on its way. */
export function useOffer(): Looking {
  const [offer, setOffer] = useState<PluginOffer>()
  const [busy, setBusy] = useState(false)
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const look = async (get: (signal: AbortSignal) => Promise<PluginOffer>) => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    setBusy(true)
    setOffer(undefined)
    const found = await get(controller.signal)
    if (controller.signal.aborted) return
    setBusy(false)
    setOffer(found)
  }
  return {
    offer,
    busy,
    lookAtFile: (file) => void look(() => offerFile(file)),
    lookAtAddress: (address) => void look((signal) => offerAddress(address, signal)),
    clear: () => setOffer(undefined),
  }
}
