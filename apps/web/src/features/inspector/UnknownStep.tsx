import type { StepConfig } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { RawSettings } from './RawSettings.tsx'

/** A step whose type is not known here: kept word for word, and written back as it came. */
export function UnknownStep({ step }: { readonly step: StepConfig }) {
  return (
    <div className="flex flex-col gap-4 px-4 py-4">
      <p className="text-pretty text-ink-soft">
        {t('There is no step type called')} <code className="font-mono text-ink text-sm">{step.strategyType}</code>{' '}
        {t(
          'here. The step is kept as it came and is exported unchanged. Load the plugin that brings the type, or put another step in its place.',
        )}
      </p>
      <RawSettings step={step} />
    </div>
  )
}
