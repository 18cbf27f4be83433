import { isJsonObject, type ProviderName } from '@petal/core/model'
import { useCallback, useEffect, useState } from 'react'
import { useWorkspace } from '../../storage/WorkspaceContext.tsx'

/** What a person set for a provider; empty texts mean the provider's own. */
export interface ProviderDefaults {
  readonly baseUrl: string
  readonly model: string
}

const none: ProviderDefaults = { baseUrl: '', model: '' }

/**
 * The remembered settings of a provider. Where nothing can be remembered, they hold while the dialog is open.
 *
 * @param filled settings to remember from now on
 */
export function useProviderDefaults(provider: ProviderName, filled?: ProviderDefaults) {
  const { library } = useWorkspace()
  const [defaults, setDefaults] = useState(filled ?? none)
  const name = `provider:${provider}`
  useEffect(() => {
    if (filled !== undefined) {
      library.setSetting(name, { ...filled }).catch(() => undefined)
      return undefined
    }
    let current = true
    library.getSetting(name).then(
      (value) => current && isJsonObject(value) && setDefaults({ ...none, ...readTexts(value) }),
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [library, name, filled])
  const save = useCallback(
    (next: ProviderDefaults) => {
      setDefaults(next)
      library.setSetting(name, { ...next }).catch(() => undefined)
    },
    [library, name],
  )
  return { defaults, save }
}

function readTexts(value: Readonly<Record<string, unknown>>): Partial<ProviderDefaults> {
  const { baseUrl, model } = value
  return { ...(typeof baseUrl === 'string' ? { baseUrl } : {}), ...(typeof model === 'string' ? { model } : {}) }
}
