import { IconButton } from '@petal/ui'
import { t } from '@petal/ui/language'
import { ListTree, PanelBottom, PanelLeft, PanelRight } from 'lucide-react'
import { useCommand, useShortcuts } from '../../commands/CommandContext.tsx'
import { useEditor } from '../../editor/EditorContext.tsx'

/** Shown is the usual state, so it is the hidden panel whose button stands back. */
const look = 'aria-pressed:bg-transparent aria-pressed:text-ink-soft aria-[pressed=false]:text-ink-disabled'

/** Shows and hides the parts around the canvas. */
export function PanelToggles() {
  const run = useCommand()
  const keys = useShortcuts()
  const { paletteOpen, outlineOpen, runOpen, sideOpen } = useEditor((state) => state.session.panels)
  return (
    <>
      <IconButton
        label={t('Palette')}
        shortcut={keys('togglePalette')}
        aria-pressed={paletteOpen}
        className={look}
        onClick={() => run('togglePalette')}
      >
        <PanelLeft />
      </IconButton>
      <IconButton
        label={t('Outline')}
        shortcut={keys('toggleOutline')}
        aria-pressed={outlineOpen}
        onClick={() => run('toggleOutline')}
      >
        <ListTree />
      </IconButton>
      <IconButton
        label={t('Run panel')}
        shortcut={keys('toggleRun')}
        aria-pressed={runOpen}
        className={look}
        onClick={() => run('toggleRun')}
      >
        <PanelBottom />
      </IconButton>
      <IconButton
        label={t('Side panel')}
        shortcut={keys('toggleSide')}
        aria-pressed={sideOpen}
        className={look}
        onClick={() => run('toggleSide')}
      >
        <PanelRight />
      </IconButton>
    </>
  )
}
