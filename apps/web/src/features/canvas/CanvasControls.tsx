import { IconButton } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useStore } from '@xyflow/react'
import { Map as MapIcon, Maximize, Minus, Plus, Sparkles } from 'lucide-react'
import { useCommand, useShortcuts } from '../../commands/CommandContext.tsx'
import { useEditor, useReadOnly } from '../../editor/EditorContext.tsx'

/** Buttons that a finger does not miss. */
const touched = 'pointer-coarse:size-11'

/** Zoom, fit, tidy and the overview, in the corner of the canvas. */
export function CanvasControls() {
  const run = useCommand()
  const keys = useShortcuts()
  const percent = useStore((state) => Math.round(state.transform[2] * 100))
  const isEditable = useReadOnly() === undefined
  const overviewOpen = useEditor((state) => state.session.panels.overviewOpen)
  return (
    <div
      role="toolbar"
      aria-label={t('View')}
      className="absolute bottom-3 left-3 z-5 flex items-center gap-0.5 rounded-lg border border-line bg-surface p-0.5 shadow-md"
    >
      <IconButton
        label={t('Zoom out')}
        shortcut={keys('zoomOut')}
        size="sm"
        className={touched}
        tooltipSide="top"
        onClick={() => run('zoomOut')}
      >
        <Minus />
      </IconButton>
      <button
        type="button"
        aria-label={t('Zoom to 100 % (now {percent} %)', { percent })}
        onClick={() => run('actualSize')}
        className="focus-ring h-6 w-11 pointer-coarse:h-11 rounded-sm text-center text-ink-soft text-sm tabular-nums hover:bg-hover"
      >
        {percent} %
      </button>
      <IconButton
        label={t('Zoom in')}
        shortcut={keys('zoomIn')}
        size="sm"
        className={touched}
        tooltipSide="top"
        onClick={() => run('zoomIn')}
      >
        <Plus />
      </IconButton>
      <span aria-hidden className="mx-0.5 h-4 w-px bg-line" />
      <IconButton
        label={t('Fit view')}
        shortcut={keys('fitView')}
        size="sm"
        className={touched}
        tooltipSide="top"
        onClick={() => run('fitView')}
      >
        <Maximize />
      </IconButton>
      {isEditable ? (
        <IconButton
          label={t('Tidy')}
          shortcut={keys('tidy')}
          size="sm"
          className={touched}
          tooltipSide="top"
          onClick={() => run('tidy')}
        >
          <Sparkles />
        </IconButton>
      ) : null}
      <IconButton
        label={t('Overview')}
        shortcut={keys('toggleOverview')}
        size="sm"
        className={touched}
        tooltipSide="top"
        aria-pressed={overviewOpen}
        onClick={() => run('toggleOverview')}
      >
        <MapIcon />
      </IconButton>
    </div>
  )
}
