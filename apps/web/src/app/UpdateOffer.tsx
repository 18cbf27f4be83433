import { toast } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useEffect } from 'react'
import { whenIdle } from '../look/whenIdle.ts'
import type { ReadyUpdate } from '../offline/followUpdates.ts'
import { useWorkspace } from '../storage/WorkspaceContext.tsx'

/** Lets the app work without a network, and offers a new version when there is one. Never in the dev server. */
export function UpdateOffer() {
  const workspace = useWorkspace()
  useEffect(() => {
    if (!import.meta.env.PROD) return
    const apply = async (update: ReadyUpdate) => {
      await workspace.save()
      update.apply(() => window.location.reload())
    }
    const offer = (update: ReadyUpdate) =>
      toast(t('A new version is ready'), {
        id: 'update',
        duration: Number.POSITIVE_INFINITY,
        description: t('Your work is kept. Or go on: the next visit has it, too.'),
        action: { label: t('Reload'), onClick: () => void apply(update) },
      })
    // Where it cannot be, in a private window or without https, everything else works.
    whenIdle(() => {
      import('../offline/followUpdates.ts').then(({ followUpdates }) => followUpdates(offer)).catch(() => undefined)
    }, 5000)
  }, [workspace])
  return null
}
