import type { Problem } from '@petal/core/model'
import { Suspense } from 'react'
import { lazyPart } from '../../look/lazyPart.ts'

const PageModelNote = lazyPart(async () => (await import('../../page-models/PageModelNote.tsx')).PageModelNote)

/** A run that failed because its model is not on this device can be helped in place. */
export function ModelToBring({ problem: { code, cause } }: { readonly problem: Problem }) {
  if (code !== 'provider.notLoaded' || cause?.model === undefined) return null
  return (
    <Suspense fallback={null}>
      <PageModelNote model={cause.model} />
    </Suspense>
  )
}
