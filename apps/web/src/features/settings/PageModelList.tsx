import type { ProviderModel } from '@petal/core/model'
import { PageModelStatus } from '../../page-models/PageModelStatus.tsx'

/** The models that run in this page, each with whether it is here. */
export function PageModelList({ models }: { readonly models: readonly ProviderModel[] }) {
  return (
    <ul
      aria-label="Models in this browser"
      className="flex flex-col divide-y divide-line rounded-lg border border-line"
    >
      {models.map(({ id, label, download }) => (
        <li key={id} aria-label={label} className="flex flex-col gap-1 px-3 py-2">
          <p className="font-medium text-ink">{label}</p>
          <PageModelStatus model={id} label={label} download={download} />
        </li>
      ))}
    </ul>
  )
}
