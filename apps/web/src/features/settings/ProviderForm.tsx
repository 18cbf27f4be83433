import { type LLMConfig, type ProviderName, providerTable, setLLM } from '@petal/core/model'
import { Button, Combobox, TextField, toast } from '@petal/ui'
import { msg, t } from '@petal/ui/language'
import { useId } from 'react'
import { useActions } from '../../editor/EditorContext.tsx'
import { label } from '../../editor/label.ts'
import { toKeyNeed } from '../../runner/keyNeeds.ts'
import { ConnectionTest } from './ConnectionTest.tsx'
import { KeyStatus } from './KeyStatus.tsx'
import { PageModelList } from './PageModelList.tsx'
import { type ProviderDefaults, useProviderDefaults } from './useProviderDefaults.ts'

interface ProviderFormProps {
  readonly provider: ProviderName
  /** Settings to begin with, instead of the remembered ones. */
  readonly filled?: ProviderDefaults
}

/** One provider: its address, its model, its key, and whether it answers. */
export function ProviderForm({ provider, filled }: ProviderFormProps) {
  const row = providerTable[provider]
  const { editFile: edit } = useActions()
  const { defaults, save } = useProviderDefaults(provider, filled)
  const id = useId()
  const llm: LLMConfig = {
    provider,
    model: defaults.model || row.defaultModel,
    temperature: 0,
    maxTokens: 1000,
    ...(defaults.baseUrl === '' ? {} : { baseUrl: defaults.baseUrl }),
  }
  const need = toKeyNeed(llm)
  const applyToAgent = () => {
    edit(
      label(msg('Use {title}'), { title: row.label }),
      (agent) =>
        setLLM(agent, { provider, model: llm.model, ...(llm.baseUrl === undefined ? {} : { baseUrl: llm.baseUrl }) }),
      'record',
    )
    toast.success(t('The open agent now asks {model}', { model: llm.model }))
  }
  return (
    <div className="flex max-w-lg flex-col gap-4">
      <div>
        <h3 className="font-semibold text-lg">{t(row.label)}</h3>
        <p className="text-ink-soft">{t(row.description)}</p>
      </div>
      {row.baseUrlEditable ? (
        <div className="flex flex-col gap-1">
          <label htmlFor={`${id}-url`} className="text-ink-soft text-sm">
            {t('Base URL')}
          </label>
          <TextField
            id={`${id}-url`}
            mono
            placeholder={row.baseUrl}
            value={defaults.baseUrl}
            onChange={(event) => save({ ...defaults, baseUrl: event.target.value.trim() })}
          />
        </div>
      ) : null}
      <div className="flex flex-col gap-1">
        <span className="text-ink-soft text-sm">{t('Model')}</span>
        <Combobox
          aria-label={t('Model')}
          mono
          value={defaults.model}
          placeholder={row.defaultModel}
          options={row.models.map((model) => ({ value: model.id, hint: t(model.label) }))}
          onValueChange={(model) => save({ ...defaults, model })}
        />
      </div>
      {row.inPage ? (
        <PageModelList models={row.models} chosen={llm.model} onChoose={(model) => save({ ...defaults, model })} />
      ) : null}
      {need === undefined ? null : <KeyStatus need={need} />}
      {row.notes.length === 0 ? null : (
        <ul className="flex list-disc flex-col gap-0.5 pl-4 text-ink-soft text-sm">
          {row.notes.map((note) => (
            <li key={note}>{t(note)}</li>
          ))}
        </ul>
      )}
      <ConnectionTest key={JSON.stringify(llm)} llm={llm} />
      <div className="border-line border-t pt-4">
        <Button onClick={applyToAgent}>{t('Use it in the open agent')}</Button>
      </div>
    </div>
  )
}
