import type { ProviderModel } from '@petal/core/model'
import { Button } from '@petal/ui'
import { t } from '@petal/ui/language'
import { PageModelStatus } from '../../page-models/PageModelStatus.tsx'

interface PageModelListProps {
  readonly models: readonly ProviderModel[]
  readonly chosen: string
  onChoose(model: string): void
}

/** The models that run in this page, each with whether it is here: those that are known, and one that was typed in. */
export function PageModelList({ models, chosen, onChoose }: PageModelListProps) {
  const isKnown = models.some(({ id }) => id === chosen)
  const shown: readonly ProviderModel[] = isKnown ? models : [...models, { id: chosen, label: chosen }]
  return (
    <ul
      aria-label={t('Models in this browser')}
      className="flex flex-col divide-y divide-line rounded-lg border border-line"
    >
      {shown
        .map((model) => ({ ...model, label: t(model.label) }))
        .map(({ id, label, download }) => (
          <li key={id} aria-label={label} aria-current={id === chosen} className="flex flex-col gap-1 px-3 py-2">
            <div className="flex h-6 items-center gap-2">
              <p className="min-w-0 flex-1 font-medium text-ink">{label}</p>
              {id === chosen ? (
                <span className="px-2 text-ink-faint text-sm">{t('Chosen')}</span>
              ) : (
                <Button
                  size="sm"
                  variant="ghost"
                  aria-label={t('Choose {label}', { label })}
                  onClick={() => onChoose(id)}
                >
                  {t('Choose')}
                </Button>
              )}
            </div>
            <PageModelStatus model={id} label={label} download={download} />
          </li>
        ))}
    </ul>
  )
}
