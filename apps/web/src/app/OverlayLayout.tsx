import { IconButton } from '@petal/ui'
import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useActions, useEditor } from '../editor/EditorContext.tsx'
import type { LayoutProps } from './LayoutProps.ts'

/** In a narrow window: the canvas fills it, the panels lie over it one at a time. */
export function OverlayLayout({ palette, canvas, side, run }: LayoutProps) {
  const { paletteOpen, sideOpen, runOpen } = useEditor((state) => state.session.panels)
  const actions = useActions()
  const wide = useRef({ paletteOpen, sideOpen, runOpen })
  useEffect(() => {
    const { current: before } = wide
    actions.setPanels({ paletteOpen: false, sideOpen: false, runOpen: false })
    // The wide window gets back the panels it had.
    return () => actions.setPanels(before)
  }, [actions])
  const isDragging = useEditor((state) => state.session.drag !== undefined)
  return (
    <div className="relative min-h-0 flex-1">
      {canvas}
      {/* The palette makes way for what is dragged out of it. */}
      {paletteOpen && !isDragging ? (
        <div className="absolute inset-y-0 left-0 z-20 w-64 shadow-xl">{palette}</div>
      ) : null}
      {sideOpen ? (
        <Overlay
          className="inset-y-0 right-0 w-[min(372px,100%)]"
          onClose={() => actions.setPanels({ sideOpen: false })}
        >
          <div className="h-full" data-history="document">
            {side}
          </div>
        </Overlay>
      ) : null}
      {runOpen ? (
        <Overlay className="inset-x-0 bottom-0 h-[60%]" onClose={() => actions.setPanels({ runOpen: false })}>
          {run}
        </Overlay>
      ) : null}
    </div>
  )
}

interface OverlayProps {
  readonly className: string
  readonly children: ReactNode
  onClose(): void
}

function Overlay({ className, children, onClose }: OverlayProps) {
  return (
    <div className={`absolute z-20 flex flex-col bg-surface shadow-xl ${className}`}>
      <div className="flex justify-end p-1">
        <IconButton label="Close" size="sm" onClick={onClose}>
          <X />
        </IconButton>
      </div>
      <div className="min-h-0 flex-1">{children}</div>
    </div>
  )
}
