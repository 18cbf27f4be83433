import { CommandProvider } from '../commands/CommandContext.tsx'
import { useEditor } from '../editor/EditorContext.tsx'
import { Canvas } from '../features/canvas/Canvas.tsx'
import { NotSavedBanner } from '../features/library/NotSavedBanner.tsx'
import { Palette } from '../features/palette/Palette.tsx'
import { TopBar } from '../features/top-bar/TopBar.tsx'
import { TransferHost } from '../features/transfer/TransferHost.tsx'
import { TransferMenu } from '../features/transfer/TransferMenu.tsx'
import { useRunActivity } from '../runner/RunContext.tsx'
import type { DrawPicture } from '../share/AgentPicture.ts'
import { Announcer } from './Announcer.tsx'
import {
  LazyFileStatus,
  LazyLateParts,
  LazyOutline,
  LazyOverlayLayout,
  LazyRunPanel,
  LazySidePanel,
} from './lazyPanels.tsx'
import { ReadOnlyBanner } from './ReadOnlyBanner.tsx'
import { SaveStatus } from './SaveStatus.tsx'
import { SplitLayout } from './SplitLayout.tsx'
import { useFileVerbs } from './useFileVerbs.ts'
import { useIsNarrow } from './useIsNarrow.ts'
import { useRunVerbs } from './useRunVerbs.ts'

const drawPicture: DrawPicture = async (editor) =>
  (await import('../features/canvas/picture/drawPicture.ts')).drawPicture(editor)

/** The window: top bar, palette left, canvas, side panel right, run panel below; and what opens over them. */
export function Shell() {
  const run = useRunVerbs()
  const files = useFileVerbs()
  const { status } = useRunActivity()
  const isOpen = useEditor((state) => state.session.agentId !== undefined)
  const Layout = useIsNarrow() ? LazyOverlayLayout : SplitLayout
  return (
    <CommandProvider run={run} files={files}>
      <div className="flex h-full flex-col">
        <TopBar
          isRunning={status !== 'idle'}
          saveState={
            <>
              <SaveStatus />
              <LazyFileStatus />
            </>
          }
          transfer={<TransferMenu />}
        />
        <NotSavedBanner />
        <ReadOnlyBanner />
        <Layout
          palette={<Palette />}
          canvas={isOpen ? <Canvas /> : <div className="h-full bg-canvas" />}
          outline={<LazyOutline />}
          side={<LazySidePanel />}
          run={<LazyRunPanel />}
        />
      </div>
      <Announcer />
      <TransferHost drawPicture={drawPicture} />
      <LazyLateParts />
    </CommandProvider>
  )
}
