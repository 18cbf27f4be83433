import type { Json, JsonObject } from '@petal/core/model'
import { Button } from '../../components/Button.tsx'
import { Combobox } from '../../components/Combobox.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { Select } from '../../components/Select.tsx'
import { TextField } from '../../components/TextField.tsx'
import { t } from '../../language/index.ts'
import { type ControlBinding, type ModelChoices, useFormState } from '../FormContext.ts'
import { isWithin } from '../fieldPath.ts'
import { findProvider } from './findProvider.ts'
import { KeyControl } from './KeyControl.tsx'
import { ModelPart } from './ModelPart.tsx'
import { NumberControl } from './NumberControl.tsx'
import { readText } from './readText.ts'
import { SliderControl } from './SliderControl.tsx'

interface ModelSettingsProps {
  readonly binding: ControlBinding
  readonly models: ModelChoices
  readonly settings: JsonObject
  onInherit(): void
}

const base = { required: false, advanced: false } as const

/** The settings of a model, each inherited while it is empty. */
export function ModelSettings({ binding, models, settings, onInherit }: ModelSettingsProps) {
  const { focus, problems } = useFormState()
  const { inherited } = models
  const provider = findProvider(models, settings.provider ?? inherited.provider)
  const set = (name: string, value: Json | undefined, when: 'burst' | 'now') =>
    binding.onChange(withKey(settings, name, value === '' ? undefined : value), when)
  const chooseProvider = (id: string) => {
    // An address and a key belong to the provider they were given for.
    const { baseUrl: _baseUrl, keyRef: _keyRef, ...kept } = settings
    const model = findProvider(models, id)?.defaultModel
    binding.onChange({ ...kept, provider: id, ...(model === undefined ? {} : { model }) }, 'now')
  }
  const part = { binding, settings, set }
  const advanced = ['maxTokens', 'baseUrl', 'keyRef']
  const wanted = advanced.some((name) => focus !== undefined && isWithin(focus.path, `${binding.path}.${name}`))
  const isFaulty = problems.some(({ path }) => advanced.some((name) => path === `${binding.path}.${name}`))
  return (
    <div className="flex flex-col gap-3 rounded-md border border-line p-2.5">
      <ModelPart {...part} name="provider" title={t('Provider')} description={provider?.description}>
        {(inner) => (
          <Select
            {...inner.aria}
            value={readText(settings.provider ?? inherited.provider)}
            options={models.providers.map(({ id, label }) => ({ value: id, label }))}
            disabled={binding.disabled}
            onValueChange={chooseProvider}
          />
        )}
      </ModelPart>
      {provider?.models.length === 1 && !provider.baseUrlEditable ? null : (
        <ModelPart {...part} name="model" title={t('Model')} description={undefined}>
          {(inner) => (
            <Combobox
              {...inner.aria}
              value={readText(settings.model)}
              options={(provider?.models ?? []).map(({ id, label }) => ({ value: id, hint: label }))}
              placeholder={provider?.defaultModel}
              disabled={binding.disabled}
              onValueChange={(value) => inner.onChange(value, 'burst')}
              onBlur={inner.onBlur}
            />
          )}
        </ModelPart>
      )}
      {models.Note === undefined || provider === undefined ? null : (
        <models.Note provider={provider.id} model={readText(settings.model) || provider.defaultModel} />
      )}
      <ModelPart
        {...part}
        name="temperature"
        title={t('Temperature')}
        description={t('0 answers the same way each time; higher is freer.')}
      >
        {(inner) => (
          <SliderControl
            field={{
              ...base,
              kind: 'slider',
              name: 'temperature',
              title: t('Temperature'),
              min: 0,
              max: 2,
              step: 0.1,
              default: inherited.temperature,
            }}
            binding={inner}
          />
        )}
      </ModelPart>
      <Disclosure
        title={t('More model settings')}
        dot={isFaulty ? 'danger' : advanced.some((name) => settings[name] !== undefined) ? 'accent' : undefined}
        dotLabel={isFaulty ? t('something here has a problem') : t('something here is set')}
        openRequest={wanted ? focus?.request : undefined}
      >
        <div className="flex flex-col gap-3 pt-1">
          <ModelPart {...part} name="maxTokens" title={t('Longest answer')} description={t('In tokens.')}>
            {(inner) => (
              <NumberControl
                field={{
                  ...base,
                  kind: 'number',
                  name: 'maxTokens',
                  title: t('Longest answer'),
                  integer: true,
                  min: 1,
                  default: inherited.maxTokens,
                }}
                binding={inner}
              />
            )}
          </ModelPart>
          {provider?.baseUrlEditable === true ? (
            <AddressPart {...part} placeholder={provider.baseUrl} notes={provider.notes} />
          ) : null}
          {provider === undefined || provider.needsKey === 'none' ? null : (
            <ModelPart
              {...part}
              name="keyRef"
              title={t('Key')}
              description={t('The name of a saved key. The key itself is never in the file.')}
            >
              {(inner) => (
                <KeyControl
                  field={{ ...base, kind: 'key', name: 'keyRef', title: t('Key') }}
                  binding={{ ...inner, placeholder: provider.keyRef }}
                />
              )}
            </ModelPart>
          )}
        </div>
      </Disclosure>
      <Button variant="ghost" size="sm" className="self-start" disabled={binding.disabled} onClick={onInherit}>
        {t('Use the model of {inheritedFrom}', { inheritedFrom: models.inheritedFrom })}
      </Button>
    </div>
  )
}

interface AddressPartProps {
  readonly binding: ControlBinding
  readonly settings: JsonObject
  set(name: string, value: Json | undefined, when: 'burst' | 'now'): void
  readonly placeholder: string | undefined
  readonly notes: readonly string[] | undefined
}

function AddressPart({ placeholder, notes, ...part }: AddressPartProps) {
  return (
    <ModelPart {...part} name="baseUrl" title={t('Base URL')} description={notes?.join(' ')}>
      {(inner) => (
        <TextField
          {...inner.aria}
          type="url"
          inputMode="url"
          spellCheck={false}
          value={readText(inner.value)}
          placeholder={placeholder}
          disabled={inner.disabled}
          onChange={(event) => inner.onChange(event.target.value, 'burst')}
          onBlur={inner.onBlur}
        />
      )}
    </ModelPart>
  )
}

function withKey(settings: JsonObject, name: string, value: Json | undefined): JsonObject {
  const { [name]: _replaced, ...others } = settings
  return value === undefined ? others : { ...settings, [name]: value }
}
