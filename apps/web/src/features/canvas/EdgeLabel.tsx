import { cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { EdgeLabelRenderer } from '@xyflow/react'
import { Suspense, useState } from 'react'
import { useReadOnly } from '../../editor/EditorContext.tsx'
import { lazyPart } from '../../look/lazyPart.ts'
import { useCanvasUiStore } from './CanvasUi.tsx'
import type { DrawnEdge } from './edgesToDraw.ts'
import { enterEdge, leaveEdge } from './hoverEdge.ts'

interface EdgeLabelProps {
  readonly drawn: DrawnEdge
  readonly text: string
  readonly x: number
  readonly y: number
  /** Shows the buttons. */
  readonly active: boolean
}

/** The name of a route, and what can be done with its wire. */
export function EdgeLabel({ drawn, text, x, y, active }: EdgeLabelProps) {
  const ui = useCanvasUiStore()
  const isEditable = useReadOnly() === undefined
  return (
    <EdgeLabelRenderer>
      <div
        onPointerEnter={() => enterEdge(ui, drawn.id)}
        onPointerLeave={() => leaveEdge(ui)}
        className="nodrag nopan pointer-events-auto absolute flex items-center gap-0.5"
        style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)`, zIndex: active ? 5 : 0 }}
      >
        {text === '' ? null : <WireName drawn={drawn} text={text} />}
        {active && isEditable ? (
          <Suspense fallback={null}>
            <WireButtons drawn={drawn} x={x} y={y} />
          </Suspense>
        ) : null}
      </div>
    </EdgeLabelRenderer>
  )
}

const nameStyle =
  'petal-wire-name max-w-56 truncate rounded-full border border-line bg-surface px-2 text-ink-soft text-xs leading-4.5'

const WireButtons = lazyPart(async () => (await import('./WireButtons.tsx')).WireButtons)
const LoopLimit = lazyPart(async () => (await import('../../look/LoopLimit.tsx')).LoopLimit)

function WireName({ drawn, text }: { readonly drawn: DrawnEdge; readonly text: string }) {
  if (drawn.kind === 'loop') return <LoopName drawn={drawn} text={text} />
  return (
    <span
      className={cn(
        nameStyle,
        // The card says its exits, too, and there they can be read from far.
        drawn.kind !== 'broken' && !drawn.isOff && 'petal-card-detail',
        drawn.kind === 'broken' && 'border-danger-line text-danger',
        drawn.isOff && 'text-ink-faint line-through',
      )}
    >
      {text}
    </span>
  )
}

/** The guard of a loop; a click sets its limit. What that needs is loaded with the first one. */
function LoopName({ drawn, text }: { readonly drawn: DrawnEdge; readonly text: string }) {
  const [open, setOpen] = useState<boolean>()
  const button = (
    <button
      type="button"
      title={t('Change the limit')}
      className={cn(nameStyle, 'focus-ring border-logic/30 text-logic hover:border-logic')}
      {...(open === undefined ? { onClick: () => setOpen(true) } : {})}
    >
      {text}
    </button>
  )
  if (open === undefined) return button
  return (
    <Suspense fallback={button}>
      <LoopLimit edge={drawn.edge} trigger={button} open={open} onOpenChange={setOpen} />
    </Suspense>
  )
}
