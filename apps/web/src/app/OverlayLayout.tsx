import { IconButton } from '@petal/ui'
import { t } from '@petal/ui/language'
import { X } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { useActions, useEditor } from '../editor/EditorContext.tsx'
import { followKeyboard } from './followKeyboard.ts'
import type { LayoutProps } from './LayoutProps.ts'
import { PanelBar } from './PanelBar.tsx'
import { useOnePanel } from './useOnePanel.ts'

/**
 * In a narrow window one panel is open at a time. It takes its room from the canvas instead of covering it, so that
 * what is being edited stays in sight; only the palette lies over it. The outline stands in its place.
 */
export function OverlayLayout({ palette, canvas, outline, side, run }: LayoutProps) {
  const { paletteOpen, sideOpen, runOpen } = useOnePanel()
  useEffect(() => followKeyboard(window), [])
  const actions = useActions()
  const outlineOpen = useEditor((state) => state.session.panels.outlineOpen)
  const isDragging = useEditor((state) => state.session.drag !== undefined)
  return (
    <>
      <div className="flex min-h-0 flex-1 flex-col">
        <div className="flex min-h-0 flex-1 max-sm:flex-col">
          <div className="relative min-h-0 min-w-0 flex-1 in-data-writing:overflow-clip">
            {/* Behind the outline it goes on: it is what opens the pickers, and knows where cards stand. */}
            <div className="h-full" inert={outlineOpen}>
              {canvas}
            </div>
            {outlineOpen ? <div className="absolute inset-0 z-10">{outline}</div> : null}
            {/* The palette makes way for what is dragged out of it. */}
            {paletteOpen && !isDragging ? (
              <div className="absolute inset-y-0 left-0 z-20 w-64 max-w-[85%] shadow-xl">{palette}</div>
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
          <Sheet
            title={t('Run')}
            className="h-[58%] border-t in-data-writing:h-full"
            onClose={() => actions.setPanels({ runOpen: false })}
          >
            {run}
          </Sheet>
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
      <div className="flex h-8 shrink-0 pointer-coarse:h-11 items-center justify-between pr-1.5 pl-4">
        <span className="font-medium text-ink-faint text-sm">{title}</span>
        <IconButton label={t('Close')} size="sm" className="pointer-coarse:size-11" onClick={onClose}>
          <X />
        </IconButton>
      </div>
      <div className="min-h-0 flex-1">{children}</div>
    </div>
  )
}
