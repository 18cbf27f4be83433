import { cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { type ReactNode, useEffect, useState } from 'react'
import { useEditor } from '../editor/EditorContext.tsx'
import { deviceStorage } from '../look/deviceStorage.ts'
import type { LayoutProps } from './LayoutProps.ts'
import { clampSize, type PanelName, readPanelSizes, writePanelSizes } from './panelSizes.ts'
import { Splitter } from './Splitter.tsx'

/** Side by side, with lines to drag between them. Sizes are remembered on this device. */
export function SplitLayout({ palette, canvas, outline, side, run }: LayoutProps) {
  const { paletteOpen, outlineOpen, sideOpen, runOpen } = useEditor((state) => state.session.panels)
  const [sizes, setSizes] = useState(() => readPanelSizes(deviceStorage, window.innerWidth))
  useEffect(() => writePanelSizes(deviceStorage, sizes), [sizes])
  const resize = (name: PanelName) => (size: number) =>
    setSizes((known) => ({ ...known, [name]: clampSize(name, size) }))
  const left = (name: PanelName, label: string, most: string, panel: ReactNode) => (
    <>
      <div className={cn('shrink-0', most)} style={{ width: sizes[name] }}>
        {panel}
      </div>
      <Splitter panel={name} label={label} side="left" size={sizes[name]} onResize={resize(name)} />
    </>
  )
  return (
    <div className="flex min-h-0 flex-1">
      {paletteOpen ? left('palette', t('Resize the palette'), 'max-w-[30%]', palette) : null}
      {outlineOpen ? left('outline', t('Resize the outline'), 'max-w-[40%]', outline) : null}
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="min-h-0 flex-1">{canvas}</div>
        {runOpen ? (
          <>
            <Splitter
              panel="run"
              label={t('Resize the run panel')}
              side="below"
              size={sizes.run}
              onResize={resize('run')}
            />
            <div className="max-h-[75%] shrink-0" style={{ height: sizes.run }}>
              {run}
            </div>
          </>
        ) : null}
      </div>
      {sideOpen ? (
        <>
          <Splitter
            panel="side"
            label={t('Resize the side panel')}
            side="right"
            size={sizes.side}
            onResize={resize('side')}
          />
          {/* Typing here is undone by the document's history. */}
          <div className="max-w-[60%] shrink-0" style={{ width: sizes.side }} data-history="document">
            {side}
          </div>
        </>
      ) : null}
    </div>
  )
}
