import { IconButton } from '@petal/ui'
import { PanelBottom, PanelLeft, PanelRight } from 'lucide-react'
import { useCommand } from '../../commands/CommandContext.tsx'
import { useEditor } from '../../editor/EditorContext.tsx'

/** Shows and hides the parts around the canvas. */
export function PanelToggles() {
  const run = useCommand()
  const { paletteOpen, runOpen, sideOpen } = useEditor((state) => state.session.panels)
  return (
    <>
      <IconButton label="Palette" shortcut="[" aria-pressed={paletteOpen} onClick={() => run('togglePalette')}>
        <PanelLeft />
      </IconButton>
      <IconButton label="Run panel" shortcut="R" aria-pressed={runOpen} onClick={() => run('toggleRun')}>
        <PanelBottom />
      </IconButton>
      <IconButton label="Side panel" shortcut="]" aria-pressed={sideOpen} onClick={() => run('toggleSide')}>
        <PanelRight />
      </IconButton>
    </>
  )
}
