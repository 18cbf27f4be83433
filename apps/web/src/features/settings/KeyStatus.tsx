import type { KeyRequirement } from '@petal/core/model'
import { Button } from '@petal/ui'
import { t } from '@petal/ui/language'
import { KeyRound } from 'lucide-react'
import { useActions } from '../../editor/EditorContext.tsx'
import { TextWith } from '../../look/TextWith.tsx'
import { useKeyring, useKeys } from '../../storage/KeyringContext.tsx'

/** Whether there is a key for this host. */
export function KeyStatus({ need }: { readonly need: KeyRequirement }) {
  const keyring = useKeyring()
  const keys = useKeys()
  const { setDialog } = useActions()
  const key = keys.find(({ keyRef }) => keyRef === need.keyRef)
  const found = keyring.check(need)
  return (
    <div className="flex items-center gap-3 rounded-lg border border-line px-3 py-2">
      <KeyRound aria-hidden className="size-4 shrink-0 text-ink-faint" />
      <p className="min-w-0 flex-1 text-ink">
        {found === 'ok' ? (
          <TextWith
            text={t('Key {masked} for {host}')}
            parts={{ masked: <span className="font-mono text-sm">{key?.masked}</span>, host: need.host }}
          />
        ) : null}
        {found === 'missing'
          ? need.required
            ? t('No key for {host}', { host: need.host })
            : t('No key for {host}; it may do without', { host: need.host })
          : null}
        {found === 'otherHost'
          ? t('The key {keyRef} is for {hosts}, not for {host}', {
              keyRef: need.keyRef,
              hosts: key?.hosts.join(', '),
              host: need.host,
            })
          : null}
      </p>
      <Button size="sm" onClick={() => setDialog('keys')}>
        {t('Keys…')}
      </Button>
    </div>
  )
}
