import type { StepConfig } from '@petal/core/model'
import { Disclosure, Spinner } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Suspense } from 'react'
import { lazyPart } from '../../look/lazyPart.ts'

const StepVariants = lazyPart(async () => (await import('./StepVariants.tsx')).StepVariants)

/** The step by itself, as often as one likes, beside its settings. */
export function TryStep({ step }: { readonly step: StepConfig }) {
  return (
    <Disclosure title={t('Try this step')} className="border-line border-t px-4 py-3">
      <Suspense fallback={<Spinner className="size-4" />}>
        <StepVariants key={step.id} step={step} />
      </Suspense>
    </Disclosure>
  )
}
