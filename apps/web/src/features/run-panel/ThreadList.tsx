import { Button, EmptyState } from '@petal/ui'
import { t } from '@petal/ui/language'
import { MessageSquarePlus, MessagesSquare } from 'lucide-react'
import { useStore } from 'zustand/react'
import { useRunActivity, useRunController } from '../../runner/RunContext.tsx'
import type { ThreadRecord } from '../../storage/LibrarySchema.ts'
import { ThreadRow } from './ThreadRow.tsx'
import { TrashedThreads } from './TrashedThreads.tsx'
import { useThreadVerbs } from './useThreadVerbs.ts'

/** The conversations with this agent, the one that was used last first; below them those in the trash. */
export function ThreadList({ onDone }: { onDone(): void }) {
  const controller = useRunController()
  const { threads, trashed, currentId } = useStore(controller.threads.state)
  const { status } = useRunActivity()
  const verbs = useThreadVerbs()
  const open = (thread: ThreadRecord) => {
    onDone()
    verbs.open(thread)
  }
  return (
    <div className="flex flex-col">
      <div className="flex items-center justify-between border-line border-b py-1.5 pr-1.5 pl-3">
        <h2 className="font-medium text-ink">{t('Threads')}</h2>
        <Button
          size="sm"
          variant="ghost"
          icon={<MessageSquarePlus />}
          disabled={status !== 'idle'}
          onClick={() => {
            onDone()
            controller.conversations.begin()
          }}
        >
          {t('New thread')}
        </Button>
      </div>
      {threads.length === 0 ? (
        <EmptyState icon={<MessagesSquare />} title={t('No threads yet')} className="py-6">
          {t('The first turn begins one.')}
        </EmptyState>
      ) : (
        <ul aria-label={t('Threads of this agent')} className="max-h-72 overflow-y-auto p-1">
          {threads.map((thread) => (
            <ThreadRow
              key={thread.threadId}
              thread={thread}
              current={thread.threadId === currentId}
              busy={status !== 'idle'}
              onOpen={() => open(thread)}
              onRename={(name) => verbs.rename(thread, name)}
              onDelete={() => verbs.trash(thread)}
            />
          ))}
        </ul>
      )}
      {trashed.length === 0 ? null : <TrashedThreads threads={trashed} busy={status !== 'idle'} />}
    </div>
  )
}
