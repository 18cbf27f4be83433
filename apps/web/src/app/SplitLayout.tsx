import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { useEditor } from '../editor/EditorContext.tsx'
import type { LayoutProps } from './LayoutProps.ts'

/** Side by side, with lines to drag between them. Sizes are remembered on this device. */
export function SplitLayout({ palette, canvas, side, run }: LayoutProps) {
  const { paletteOpen, sideOpen, runOpen } = useEditor((state) => state.session.panels)
  const columnIds = [...(paletteOpen ? ['palette'] : []), 'middle', ...(sideOpen ? ['side'] : [])]
  const columns = useDefaultLayout({ id: 'petal-studio:columns', panelIds: columnIds, storage: localStorage })
  const rows = useDefaultLayout({
    id: 'petal-studio:rows',
    panelIds: runOpen ? ['canvas', 'run'] : ['canvas'],
    storage: localStorage,
  })
  return (
    <Group
      id="columns"
      orientation="horizontal"
      className="min-h-0 flex-1"
      defaultLayout={columns.defaultLayout}
      onLayoutChanged={columns.onLayoutChanged}
    >
      {paletteOpen ? (
        <>
          <Panel id="palette" defaultSize={240} minSize={200} maxSize={360} groupResizeBehavior="preserve-pixel-size">
            {palette}
          </Panel>
          <Line />
        </>
      ) : null}
      <Panel id="middle" minSize={240}>
        <Group
          id="rows"
          orientation="vertical"
          className="h-full"
          defaultLayout={rows.defaultLayout}
          onLayoutChanged={rows.onLayoutChanged}
        >
          <Panel id="canvas" minSize={120}>
            {canvas}
          </Panel>
          {runOpen ? (
            <>
              <Line horizontal />
              <Panel id="run" defaultSize={280} minSize={140} groupResizeBehavior="preserve-pixel-size">
                {run}
              </Panel>
            </>
          ) : null}
        </Group>
      </Panel>
      {sideOpen ? (
        <>
          <Line />
          <Panel id="side" defaultSize={372} minSize={300} maxSize={720} groupResizeBehavior="preserve-pixel-size">
            {/* Typing here is undone by the document's history. */}
            <div className="h-full" data-history="document">
              {side}
            </div>
          </Panel>
        </>
      ) : null}
    </Group>
  )
}

/** One pixel to see, nine to take hold of. */
function Line({ horizontal = false }: { readonly horizontal?: boolean }) {
  const shape = horizontal ? 'h-px after:-inset-y-1 after:inset-x-0' : 'w-px after:-inset-x-1 after:inset-y-0'
  return (
    <Separator
      className={`relative z-10 bg-line outline-none transition-colors after:absolute ${shape} data-[separator=active]:bg-accent data-[separator=hover]:bg-accent focus-visible:bg-focus`}
    />
  )
}
