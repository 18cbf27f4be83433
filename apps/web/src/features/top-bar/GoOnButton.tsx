import { Button, IconButton, Menu } from '@petal/ui'
import { t } from '@petal/ui/language'
import { ChevronDown, Hand, Play } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useCommand, useCommandEntries } from '../../commands/CommandContext.tsx'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectRun } from '../../editor/selectors.ts'
import { useRunController } from '../../runner/RunContext.tsx'

/**
 * In the place of the Run button while a run waits: goes on with it, or leads to its question. A new run is in its menu.
 * `children` for a run that cannot go on here.
 */
export function GoOnButton({ children }: { readonly children: ReactNode }) {
  const controller = useRunController()
  const run = useCommand()
  const entriesOf = useCommandEntries()
  const [open, setOpen] = useState(false)
  const isAsking = useEditor((state) => (selectRun(state)?.questions.length ?? 0) > 0)
  // Which run is at hand changes with the one on screen.
  useEditor((state) => selectRun(state)?.runId)
  if (!controller.canGoOn) return children
  const by = isAsking ? 'answer' : 'resume'
  return (
    <span className="flex gap-px">
      <Button
        variant="primary"
        size="lg"
        className="rounded-r-none"
        icon={isAsking ? <Hand /> : <Play className="fill-current" />}
        onClick={() => run(by)}
      >
        {isAsking ? t('Answer…') : t('Continue')}
      </Button>
      <Menu
        align="end"
        open={open}
        onOpenChange={setOpen}
        // What can be done is asked when the menu opens.
        entries={open ? entriesOf([by, 'step', 'stop', '-', 'run']) : []}
        trigger={
          <IconButton
            label={t('Other ways to go on')}
            size="lg"
            className="w-6 rounded-l-none bg-accent-solid text-accent-ink hover:bg-accent-solid-hover hover:text-accent-ink data-[state=open]:bg-accent-solid-hover max-sm:w-9"
          >
            <ChevronDown />
          </IconButton>
        }
      />
    </span>
  )
}
