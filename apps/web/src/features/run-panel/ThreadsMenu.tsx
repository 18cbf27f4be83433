import { Button, Popover } from '@petal/ui'
import { t } from '@petal/ui/language'
import { ChevronDown, MessagesSquare } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand/react'
import { useRunController } from '../../runner/RunContext.tsx'
import { ThreadList } from './ThreadList.tsx'

/** Which conversation goes on, and the others to go on with instead. */
export function ThreadsMenu() {
  const { threads } = useRunController()
  const { threads: known, currentId } = useStore(threads.state)
  const [open, setOpen] = useState(false)
  const name = known.find(({ threadId }) => threadId === currentId)?.name ?? t('New thread')
  return (
    <Popover
      align="end"
      side="top"
      label={t('Threads')}
      className="w-88 p-0"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button
          size="sm"
          variant="ghost"
          icon={<MessagesSquare />}
          aria-label={t('Thread: {name}', { name })}
          title={name}
        >
          <span className="flex items-center gap-1">
            <span dir="auto" className="@max-4xl:max-w-20 @max-xl:max-w-16 max-w-44 truncate">
              {name}
            </span>
            <ChevronDown aria-hidden className="size-3.5" />
          </span>
        </Button>
      }
    >
      <ThreadList onDone={() => setOpen(false)} />
    </Popover>
  )
}
