import type { StepConfig } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { MissingPlugin } from '../../plugins/loaded/MissingPlugin.tsx'
import { RawSettings } from './RawSettings.tsx'

/** A step whose type is not known here: kept word for word, and written back as it came. */
export function UnknownStep({ step }: { readonly step: StepConfig }) {
  return (
    <div className="flex flex-col gap-4 px-4 py-4">
      <MissingPlugin type={step.strategyType} />
      <p className="text-pretty text-ink-faint text-sm">
        {t('The step is kept as it came and is exported unchanged. Another step can take its place, too.')}
      </p>
      <RawSettings step={step} />
    </div>
  )
}
