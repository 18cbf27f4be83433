import { cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useReactFlow, useStore } from '@xyflow/react'
import { Plus, X } from 'lucide-react'
import { cardAnchor, cardWidth } from '../../editor/cardSize.ts'
import { useActions } from '../../editor/EditorContext.tsx'
import { useCanvasUiStore } from './CanvasUi.tsx'
import type { DrawnEdge } from './edgesToDraw.ts'

const buttonStyle =
  'focus-ring flex size-6 items-center justify-center rounded-full border border-line-strong bg-surface text-ink-soft shadow-sm pointer-coarse:size-9 [&_svg]:size-3.5'

interface WireButtonsProps {
  readonly drawn: DrawnEdge
  readonly x: number
  readonly y: number
}

/** Puts a step into a wire, or takes the wire away; seen while it is pointed at. */
export function WireButtons({ drawn, x, y }: WireButtonsProps) {
  // Seen from far they are as large to press as they are near.
  const scale = useStore(({ transform: [, , zoom] }) => Math.max(1, 1 / zoom))
  const ui = useCanvasUiStore()
  const actions = useActions()
  const { flowToScreenPosition } = useReactFlow()
  const insert = () =>
    ui.setState({
      picker: {
        at: flowToScreenPosition({ x, y: y + 16 }),
        place: [x - cardWidth / 2, y - cardAnchor],
        onEdge: drawn.edge,
      },
    })
  return (
    // Above the wire: both its ends can still be taken hold of.
    <div
      className="absolute bottom-full left-1/2 flex origin-bottom gap-0.5 pb-1"
      style={{ transform: `translateX(-50%) scale(${scale})` }}
    >
      <button
        type="button"
        aria-label={t('Insert a step here')}
        title={t('Insert a step here')}
        className={cn(buttonStyle, 'hover:border-accent hover:text-accent')}
        onClick={insert}
      >
        <Plus />
      </button>
      {drawn.isEnding ? null : (
        <button
          type="button"
          aria-label={t('Remove connection')}
          title={t('Remove connection')}
          className={cn(buttonStyle, 'hover:border-danger hover:text-danger')}
          onClick={() => actions.disconnect([drawn.id])}
        >
          <X />
        </button>
      )}
    </div>
  )
}
