import { type ProviderRow, providerTable } from '@petal/core/model'
import { lazy, Suspense } from 'react'

const PageModelNote = lazy(async () => ({
  default: (await import('../../page-models/PageModelNote.tsx')).PageModelNote,
}))

const rows: Readonly<Record<string, ProviderRow>> = providerTable

/** Under a model that runs in the page: whether it is here. */
export function ModelNote({ provider, model }: { readonly provider: string; readonly model: string }) {
  if (rows[provider]?.inPage !== true) return null
  return (
    <Suspense fallback={null}>
      <PageModelNote model={model} />
    </Suspense>
  )
}
