import type { PluginStep } from '@petal/core/plugin-file'
import { plural, t } from '@petal/ui/language'
import { StepIcon } from '../../look/StepIcon.tsx'

/** The steps that a plugin brings, with what they do. */
export function PluginStepList({ steps }: { readonly steps: readonly PluginStep[] }) {
  return (
    <section aria-label={t('Steps it brings')}>
      <h3 className="mb-1.5 font-medium text-ink">{plural(steps.length, 'Brings one step', 'Brings {count} steps')}</h3>
      <ul className="flex flex-col divide-y divide-line rounded-lg border border-line">
        {steps.map(({ name, title, description, icon, category, exits }) => (
          <li key={name} className="flex items-start gap-2.5 px-3 py-2">
            <StepIcon icon={icon} category={category} />
            <div className="min-w-0">
              <p className="text-ink">
                <span className="font-medium">{title}</span>{' '}
                <code className="font-mono text-ink-faint text-sm">{name}</code>
              </p>
              <p className="wrap-anywhere text-ink-soft text-sm">
                {description}{' '}
                {exits === undefined
                  ? null
                  : t('Exits: {exits}.', { exits: exits.map(({ label }) => label).join(', ') })}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
