import type { KeyRequirement } from '@petal/core/model'
import { Button } from '@petal/ui'
import { KeyRound } from 'lucide-react'
import { useActions } from '../../editor/EditorContext.tsx'
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
          <>
            Key <span className="font-mono text-sm">{key?.masked}</span> for {need.host}
          </>
        ) : null}
        {found === 'missing' ? `No key for ${need.host}${need.required ? '' : '; it may do without'}` : null}
        {found === 'otherHost' ? `The key ${need.keyRef} is for ${key?.hosts.join(', ')}, not for ${need.host}` : null}
      </p>
      <Button size="sm" onClick={() => setDialog('keys')}>
        Keys…
      </Button>
    </div>
  )
}
