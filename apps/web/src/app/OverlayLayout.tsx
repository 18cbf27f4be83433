import { cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { type ReactNode, useEffect } from 'react'
import { useActions, useEditor } from '../editor/EditorContext.tsx'
import { followKeyboard } from './followKeyboard.ts'
import type { LayoutProps } from './LayoutProps.ts'
import { PanelBar } from './PanelBar.tsx'
import { RunSheet } from './RunSheet.tsx'
import { SheetLine } from './SheetLine.tsx'
import { useOnePanel } from './useOnePanel.ts'
import { useRunCalls } from './useRunCalls.ts'
import { useSheetHeight } from './useSheetHeight.ts'

/**
 * In a narrow window one panel is open at a time. It takes its room from the canvas instead of covering it, so that
 * what is being edited stays in sight; only the palette lies over it. The outline stands in its place, with the palette
 * beside it where there is room for both.
 */
export function OverlayLayout({ palette, canvas, outline, side, run }: LayoutProps) {
  const { paletteOpen, sideOpen, runOpen } = useOnePanel()
  useEffect(() => followKeyboard(window), [])
  const actions = useActions()
  const outlineOpen = useEditor((state) => state.session.panels.outlineOpen)
  // Here, so that it lasts while the panel is closed.
  const [height, setHeight] = useSheetHeight(useRunCalls())
  const isCovered = runOpen && height === 'all'
  const isDragging = useEditor((state) => state.session.drag !== undefined)
  return (
    <>
      <div className="flex min-h-0 flex-1 flex-col">
        <div className="flex min-h-0 flex-1 max-sm:flex-col">
          <div
            className={cn(
              'relative min-h-0 min-w-0 flex-1 in-data-writing:overflow-clip',
              isCovered && 'overflow-clip',
            )}
            inert={isCovered}
          >
            {/* Behind the outline it goes on: it is what opens the pickers, and knows where cards stand. */}
            <div className="h-full" inert={outlineOpen}>
              {canvas}
            </div>
            {outlineOpen ? (
              <div className={cn('absolute inset-0 z-10', paletteOpen && 'sm:left-56')}>{outline}</div>
            ) : null}
            {/* The palette makes way for what is dragged out of it, except beside the outline, which takes no cards. */}
            {paletteOpen && (outlineOpen || !isDragging) ? (
              <div
                className={cn(
                  'absolute inset-y-0 left-0 z-20 w-64 max-w-[85%] shadow-xl',
                  outlineOpen && 'sm:w-56 sm:border-line sm:border-r sm:shadow-none',
                )}
              >
                {palette}
              </div>
            ) : null}
          </div>
          {sideOpen ? (
            <Sheet
              title={t('Settings')}
              className="w-[372px] max-w-[55%] border-l max-sm:h-[58%] max-sm:w-full max-sm:max-w-none max-sm:border-t max-sm:border-l-0 max-sm:in-data-writing:h-full"
              onClose={() => actions.setPanels({ sideOpen: false })}
            >
              <div className="h-full" data-history="document">
                {side}
              </div>
            </Sheet>
          ) : null}
        </div>
        {runOpen ? (
          <RunSheet height={height} onHeight={setHeight} onClose={() => actions.setPanels({ runOpen: false })}>
            {run}
          </RunSheet>
        ) : null}
      </div>
      <PanelBar />
    </>
  )
}

interface SheetProps {
  readonly title: string
  readonly className: string
  readonly children: ReactNode
  onClose(): void
}

function Sheet({ title, className, children, onClose }: SheetProps) {
  return (
    <div className={`z-20 flex shrink-0 flex-col border-line bg-surface ${className}`}>
      <SheetLine title={title} onClose={onClose} />
      <div className="min-h-0 flex-1">{children}</div>
    </div>
  )
}
