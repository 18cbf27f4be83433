import { isJsonObject, type ProviderName } from '@petal/core/model'
import { useCallback, useEffect, useState } from 'react'
import { useWorkspace } from '../../storage/WorkspaceContext.tsx'

/** What a person set for a provider; empty texts mean the provider's own. */
export interface ProviderDefaults {
  readonly baseUrl: string
  readonly model: string
}

const none: ProviderDefaults = { baseUrl: '', model: '' }

/** The remembered settings of a provider. Where nothing can be remembered, they hold while the dialog is open. */
export function useProviderDefaults(provider: ProviderName) {
  const { library } = useWorkspace()
  const [defaults, setDefaults] = useState(none)
  const name = `provider:${provider}`
  useEffect(() => {
    let current = true
    library.getSetting(name).then(
      (value) => current && isJsonObject(value) && setDefaults({ ...none, ...readTexts(value) }),
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [library, name])
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
