import { Button, Kbd } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Play, Square } from 'lucide-react'
import { useShortcuts } from '../../commands/CommandContext.tsx'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectRun } from '../../editor/selectors.ts'
import { useRunActivity, useRunController } from '../../runner/RunContext.tsx'

/** Runs the agent; while it runs, stops it. While a run waits it begins another, and says so. */
export function RunButton() {
  const controller = useRunController()
  const keys = useShortcuts()('run')
  const { status } = useRunActivity()
  const isPaused = useEditor((state) => selectRun(state)?.status === 'paused')
  // The ways on stand where the run says that it waits.
  const isNew = isPaused && controller.canGoOn
  if (status !== 'idle') {
    return (
      <Button icon={<Square />} busy={status === 'stopping'} onClick={() => controller.stop()}>
        {t('Stop')}
      </Button>
    )
  }
  return (
    <Button
      variant={isNew ? 'secondary' : 'primary'}
      icon={<Play />}
      onPointerEnter={() => controller.preload()}
      onFocus={() => controller.preload()}
      onClick={() => controller.run()}
    >
      {isNew ? t('New run') : t('Run')}
      {keys === undefined ? null : <Kbd keys={keys} className="pointer-coarse:hidden" />}
    </Button>
  )
}
