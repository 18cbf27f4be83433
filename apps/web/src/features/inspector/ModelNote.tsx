import { type ProviderRow, providerTable } from '@petal/core/model'
import { Suspense } from 'react'
import { lazyPart } from '../../look/lazyPart.ts'

const PageModelNote = lazyPart(async () => (await import('../../page-models/PageModelNote.tsx')).PageModelNote)

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
