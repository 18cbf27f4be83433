import { type ProviderRow, providerTable } from '@petal/core/model'
import { lazy, Suspense } from 'react'

const PageModelStatus = lazy(async () => ({
  default: (await import('../../page-models/PageModelStatus.tsx')).PageModelStatus,
}))

const rows: Readonly<Record<string, ProviderRow>> = providerTable

/** Under a model that runs in the page: whether it is here. */
export function ModelNote({ provider, model }: { readonly provider: string; readonly model: string }) {
  const row = rows[provider]
  if (row?.inPage !== true) return null
  const { label = model, download } = row.models.find(({ id }) => id === model) ?? {}
  return (
    <Suspense fallback={null}>
      <PageModelStatus key={model} model={model} label={label} download={download} />
    </Suspense>
  )
}
