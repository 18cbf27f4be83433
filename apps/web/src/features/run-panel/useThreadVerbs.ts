import { toast } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useMemo } from 'react'
import { useRunController } from '../../runner/RunContext.tsx'
import type { ThreadRecord } from '../../storage/LibrarySchema.ts'
import { attempt } from './attempt.ts'

/** What a person can do with a thread. What goes wrong is told in a toast. */
export interface ThreadVerbs {
  open(thread: ThreadRecord): void
  rename(thread: ThreadRecord, name: string): void
  /** Puts it into the trash; the toast takes that back. */
  trash(thread: ThreadRecord): void
  restore(thread: ThreadRecord): void
  purge(thread: ThreadRecord): void
}

export function useThreadVerbs(): ThreadVerbs {
  const controller = useRunController()
  return useMemo((): ThreadVerbs => {
    const { threads } = controller
    return {
      open: ({ threadId }) => attempt(() => controller.conversations.open(threadId)),
      rename: ({ threadId }, name) => attempt(() => threads.rename(threadId, name)),
      trash: ({ threadId, name }) =>
        attempt(async () => {
          const wasCurrent = threads.currentId === threadId
          await controller.conversations.trash(threadId)
          const undo = () => attempt(() => controller.conversations.restore(threadId, wasCurrent))
          toast.success(t('Deleted “{name}”', { name }), { action: { label: t('Undo'), onClick: undo } })
        }),
      restore: ({ threadId }) => attempt(() => controller.conversations.restore(threadId, false)),
      purge: ({ threadId }) => attempt(() => threads.purge(threadId)),
    }
  }, [controller])
}
