import { providerTable } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { PageModelStatus } from './PageModelStatus.tsx'

const known = Object.values(providerTable).flatMap((row) => (row.inPage === true ? row.models : []))

/** Whether a model of this page is here, where it is known by its name only. */
export function PageModelNote({ model }: { readonly model: string }) {
  const { label = model, download } = known.find(({ id }) => id === model) ?? {}
  return <PageModelStatus key={model} model={model} label={t(label)} download={download} />
}
