import { Badge, Button, Dialog, Disclosure, EmptyState, IconButton } from '@petal/ui'
import { t } from '@petal/ui/language'
import { KeyRound, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useActions } from '../../editor/EditorContext.tsx'
import { TextWith } from '../../look/TextWith.tsx'
import type { KeySummary } from '../../storage/Keyring.ts'
import { useKeyring, useKeys } from '../../storage/KeyringContext.tsx'
import { NewKeyForm } from './NewKeyForm.tsx'

/** The keys of this session and of this device. A value goes in, and is never shown again. */
export function KeysDialog() {
  const { setDialog } = useActions()
  return (
    <Dialog
      open
      onOpenChange={() => setDialog(undefined)}
      title={t('API keys')}
      description={t(
        'Each key goes to its own hosts and nowhere else. Agents name keys by reference; they never contain one.',
      )}
    >
      <KeysBody />
    </Dialog>
  )
}

function KeysBody() {
  const keys = useKeys()
  const [replacing, setReplacing] = useState<KeySummary>()
  return (
    <div className="flex flex-col gap-4">
      {keys.length === 0 ? (
        <EmptyState icon={<KeyRound />} title={t('No keys yet')} className="py-4">
          {t('The practice model and models on this computer need none.')}
        </EmptyState>
      ) : (
        <ul className="flex flex-col divide-y divide-line rounded-lg border border-line">
          {keys.map((key) => (
            <KeyRow key={key.keyRef} entry={key} onReplace={() => setReplacing(key)} />
          ))}
        </ul>
      )}
      {replacing === undefined ? null : (
        <section
          aria-label={t('New value for {keyRef}', { keyRef: replacing.keyRef })}
          className="rounded-lg border border-line p-3"
        >
          <NewKeyForm key={replacing.keyRef} known={replacing} onDone={() => setReplacing(undefined)} />
        </section>
      )}
      <Disclosure title={t('Add a key')} defaultOpen={keys.length === 0}>
        <NewKeyForm onDone={() => undefined} />
      </Disclosure>
    </div>
  )
}

function KeyRow({ entry, onReplace }: { readonly entry: KeySummary; onReplace(): void }) {
  const keyring = useKeyring()
  const { keyRef, masked, hosts, kept } = entry
  return (
    <li className="flex items-center gap-3 px-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2">
          <span className="truncate font-medium font-mono text-ink text-sm">{keyRef}</span>
          <Badge tone={kept ? 'info' : 'neutral'}>{kept ? t('on this device') : t('this session')}</Badge>
        </p>
        <p className="truncate text-ink-soft text-sm">
          <TextWith
            text={t('{masked} for {hosts}')}
            parts={{
              masked: <span className="font-mono">{masked}</span>,
              hosts: <span className="font-mono">{hosts.join(', ')}</span>,
            }}
          />
        </p>
      </div>
      <Button size="sm" onClick={onReplace}>
        {t('Replace')}
      </Button>
      <IconButton
        label={t('Remove the key {keyRef}', { keyRef })}
        size="sm"
        onClick={() => keyring.remove(keyRef).catch(() => undefined)}
      >
        <Trash2 />
      </IconButton>
    </li>
  )
}
