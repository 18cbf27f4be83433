import { Group, Panel, Separator } from 'react-resizable-panels'
import { useEditor } from '../editor/EditorContext.tsx'
import { Canvas } from '../features/canvas/Canvas.tsx'

/** Palette left, canvas, side panel right, run panel below. */
export function Shell() {
  const panels = useEditor((state) => state.session.panels)
  return (
    <div className="flex h-full flex-col">
      <Group id="columns" orientation="horizontal" className="min-h-0 flex-1">
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
  )
}
