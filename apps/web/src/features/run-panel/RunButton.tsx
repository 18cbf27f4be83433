import { Button, Kbd } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Play, Square } from 'lucide-react'
import { useShortcuts } from '../../commands/CommandContext.tsx'
import { useRunActivity, useRunController } from '../../runner/RunContext.tsx'

/** Runs the agent; while it runs, stops it. */
export function RunButton() {
  const controller = useRunController()
  const keys = useShortcuts()('run')
  const { status } = useRunActivity()
  if (status !== 'idle') {
    return (
      <Button icon={<Square />} busy={status === 'stopping'} onClick={() => controller.stop()}>
        {t('Stop')}
      </Button>
    )
  }
  return (
    <Button
      variant="primary"
      icon={<Play />}
      onPointerEnter={() => controller.preload()}
      onFocus={() => controller.preload()}
      onClick={() => controller.run()}
    >
      {t('Run')}
      {keys === undefined ? null : <Kbd keys={keys} className="pointer-coarse:hidden" />}
    </Button>
  )
}
