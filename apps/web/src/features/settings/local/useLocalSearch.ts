import { findLocalServers, type LocalSearchResult } from '@petal/core/model'
import { useCallback, useEffect, useState } from 'react'
import { useWorkspace } from '../../../storage/WorkspaceContext.tsx'
import { askLoopbackAccess, type LoopbackAccess } from './askLoopbackAccess.ts'

/** How long one address may take, in milliseconds: a server on this computer answers at once, or is not there. */
const PATIENCE_MS = 2_500
/** The same while the browser asks the person whether the page may look. */
const PATIENCE_FOR_A_PERSON_MS = 60_000
const SETTING = 'local-servers'

/** What a search found, and whether the browser let the page look. */
interface LocalSearchState extends LocalSearchResult {
  readonly access: LoopbackAccess
}

/** The search for servers on this computer: made when asked, never by itself. What is looked at besides is remembered. */
export function useLocalSearch() {
  const { library } = useWorkspace()
  const [also, setAlso] = useState('')
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<LocalSearchState>()
  useEffect(() => {
    let current = true
    library.getSetting(SETTING).then(
      (value) => current && typeof value === 'string' && setAlso((typed) => typed || value),
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [library])

  const search = useCallback(async () => {
    setBusy(true)
    library.setSetting(SETTING, also).catch(() => undefined)
    const access = await askLoopbackAccess()
    const found = await findLocalServers({
      fetch: fetch.bind(globalThis),
      origin: location.origin,
      also,
      patienceMs: access === 'prompt' ? PATIENCE_FOR_A_PERSON_MS : PATIENCE_MS,
    })
    setResult({ ...found, access: access === 'prompt' ? await askLoopbackAccess() : access })
    setBusy(false)
  }, [library, also])

  return { also, setAlso, busy, result, search }
}
