import { type ProviderName, parseBaseUrl, providerNames, providerTable } from '@petal/core/model'
import { Select, TextField } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useId, useState } from 'react'
import { KeyForm } from '../../look/KeyForm.tsx'
import { TextWith } from '../../look/TextWith.tsx'
import type { KeySummary } from '../../storage/Keyring.ts'
import { useKeyring } from '../../storage/KeyringContext.tsx'

interface NewKeyFormProps {
  /** The key to give a new value to; without it, a new key. */
  readonly known?: KeySummary
  onDone(): void
}

const choices = providerNames.filter((name) => providerTable[name].needsKey !== 'none')

/** A new key: for a provider, or for a server of one's own under a name of one's own. */
export function NewKeyForm({ known, onDone }: NewKeyFormProps) {
  const keyring = useKeyring()
  const id = useId()
  const [provider, setProvider] = useState<ProviderName>('openai')
  const [keyRef, setKeyRef] = useState('openai')
  const [address, setAddress] = useState('')
  const hosts = known?.hosts ?? hostsOf(provider, address)
  const choose = (name: string) => {
    const chosen = choices.find((choice) => choice === name)
    if (chosen === undefined) return
    setProvider(chosen)
    setKeyRef(providerTable[chosen].keyRef ?? chosen)
  }
  return (
    <div className="flex flex-col gap-3">
      {known === undefined ? (
        <>
          <Labelled id={`${id}-provider`} label={t('For')}>
            <Select
              id={`${id}-provider`}
              value={provider}
              onValueChange={choose}
              options={choices.map((name) => ({ value: name, label: t(providerTable[name].label) }))}
            />
          </Labelled>
          <Labelled id={`${id}-address`} label={t('Base URL, for a server of your own')}>
            <TextField
              id={`${id}-address`}
              mono
              placeholder={providerTable[provider].baseUrl}
              value={address}
              onChange={(event) => setAddress(event.target.value)}
            />
          </Labelled>
          <Labelled id={`${id}-ref`} label={t('Key reference, as agents name it')}>
            <TextField id={`${id}-ref`} mono value={keyRef} onChange={(event) => setKeyRef(event.target.value)} />
          </Labelled>
        </>
      ) : (
        <p className="text-ink-soft">
          <TextWith
            text={t('A new value for {keyRef}')}
            parts={{ keyRef: <span className="font-mono text-sm">{known.keyRef}</span> }}
          />
        </p>
      )}
      {hosts.length === 0 ? (
        <p className="text-danger text-sm">
          {t('The base URL is not an address: write it like https://example.com/v1.')}
        </p>
      ) : (
        <KeyForm
          host={hosts.join(', ')}
          action={t('Save')}
          autoFocus
          onSave={async (value, keep) => {
            await keyring.save({ keyRef: known?.keyRef ?? keyRef.trim(), value, hosts }, keep)
            onDone()
          }}
        />
      )}
    </div>
  )
}

function hostsOf(provider: ProviderName, address: string): readonly string[] {
  const url = address.trim()
  if (url !== '' && parseBaseUrl(url) === undefined) return []
  return providerTable[provider].hosts(url === '' ? {} : { baseUrl: url })
}

function Labelled({
  id,
  label,
  children,
}: {
  readonly id: string
  readonly label: string
  readonly children: React.ReactNode
}) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-ink-soft text-sm">
        {label}
      </label>
      {children}
    </div>
  )
}
