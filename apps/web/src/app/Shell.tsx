import { Group, Panel, Separator } from 'react-resizable-panels'
import { CommandProvider } from '../commands/CommandContext.tsx'
import { useEditor } from '../editor/EditorContext.tsx'
import { Canvas } from '../features/canvas/Canvas.tsx'
import { Palette } from '../features/palette/Palette.tsx'
import { TopBar } from '../features/top-bar/TopBar.tsx'
import { Announcer } from './Announcer.tsx'
import { CommandPalette } from './CommandPalette.tsx'
import { ShortcutSheet } from './ShortcutSheet.tsx'

const run = { start() {}, stop() {}, isRunning: false }

/** Palette left, canvas, side panel right, run panel below. */
export function Shell() {
  const panels = useEditor((state) => state.session.panels)
  return (
    <CommandProvider run={run}>
      <div className="flex h-full flex-col">
        <TopBar isRunning={false} />
        <Group id="columns" orientation="horizontal" className="min-h-0 flex-1">
          {panels.paletteOpen ? (
            <>
              <Panel
                id="palette"
                defaultSize={248}
                minSize={200}
                maxSize={360}
                groupResizeBehavior="preserve-pixel-size"
              >
                <Palette />
              </Panel>
              <Separator className="w-px bg-line" />
            </>
          ) : null}
          <Panel id="canvas" minSize={200}>
            <Canvas />
          </Panel>
          {panels.sideOpen ? (
            <>
              <Separator className="w-px bg-line" />
              <Panel id="side" defaultSize={360} minSize={280} groupResizeBehavior="preserve-pixel-size" />
            </>
          ) : null}
        </Group>
      </div>
      <Announcer />
      <CommandPalette />
      <ShortcutSheet />
    </CommandProvider>
  )
}
