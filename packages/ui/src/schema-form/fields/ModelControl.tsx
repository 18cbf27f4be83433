import { Cpu } from 'lucide-react'
import { Button } from '../../components/Button.tsx'
import { t } from '../../language/index.ts'
import { type ControlProps, type ModelChoices, type ProviderChoice, useFormState } from '../FormContext.ts'
import { isObject } from '../withDefaults.ts'
import { findProvider } from './findProvider.ts'
import { ModelSettings } from './ModelSettings.tsx'
import { PlainJson } from './PlainJson.tsx'

/** Which model, and how it is asked. Nothing set: the settings are inherited, and shown as such. */
export function ModelControl({ field, binding }: ControlProps<'model'>) {
  const { models } = useFormState()
  if (models === undefined) {
    const { name, title, required, advanced } = field
    return <PlainJson field={{ name, title, required, advanced, kind: 'json' }} binding={binding} />
  }
  const settings = isObject(binding.value) ? binding.value : {}
  return (
    <fieldset
      aria-labelledby={binding.aria['aria-labelledby']}
      aria-describedby={binding.aria['aria-describedby']}
      className="min-w-0"
    >
      {Object.keys(settings).length === 0 ? (
        <InheritedModel
          models={models}
          mixed={binding.mixed}
          disabled={binding.disabled}
          onOwn={() => binding.onChange({ provider: models.inherited.provider, model: models.inherited.model }, 'now')}
        />
      ) : (
        <ModelSettings
          binding={binding}
          models={models}
          settings={settings}
          onInherit={() => binding.onChange(undefined, 'now')}
        />
      )}
    </fieldset>
  )
}

interface InheritedModelProps {
  readonly models: ModelChoices
  readonly mixed: boolean
  readonly disabled: boolean
  onOwn(): void
}

function InheritedModel({ models, mixed, disabled, onOwn }: InheritedModelProps) {
  const { inherited, inheritedFrom } = models
  return (
    <div className="flex items-center gap-2 rounded-md border border-line border-dashed px-2 py-1.5">
      <Cpu aria-hidden className="size-4 shrink-0 text-model" />
      <div className="min-w-0 flex-1">
        <p className="truncate">
          {mixed ? t('Different models') : modelLabel(findProvider(models, inherited.provider), inherited.model)}
        </p>
        {mixed ? null : <p className="text-ink-faint text-sm">{t('From {inheritedFrom}', { inheritedFrom })}</p>}
      </div>
      <Button size="sm" disabled={disabled} onClick={onOwn}>
        {t('Choose another')}
      </Button>
    </div>
  )
}

function modelLabel(provider: ProviderChoice | undefined, model: string): string {
  const known = provider?.models.find(({ id }) => id === model)
  const words = known?.label ?? model
  return provider === undefined || provider.models.length === 1
    ? (provider?.label ?? words)
    : `${words} · ${provider.label}`
}
