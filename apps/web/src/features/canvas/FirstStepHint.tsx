import { t } from '@petal/ui/language'
import { useReactFlow, ViewportPortal } from '@xyflow/react'
import { Plus } from 'lucide-react'
import { useCanvasUiStore } from './CanvasUi.tsx'
import { firstStepBox } from './firstStepBox.ts'

const { x, y, width, height } = firstStepBox

/** Where the first step of an empty agent goes: to be dropped on, or clicked. */
export function FirstStepHint() {
  const ui = useCanvasUiStore()
  const { flowToScreenPosition } = useReactFlow()
  const choose = () => ui.setState({ picker: { at: flowToScreenPosition({ x, y }), place: [x, y] } })
  return (
    <ViewportPortal>
      <button
        type="button"
        onClick={choose}
        className="nodrag nopan focus-ring pointer-events-auto absolute flex items-center justify-center gap-3 rounded-xl border-2 border-line-strong border-dashed px-4 text-left text-ink-soft hover:border-accent hover:bg-surface hover:text-ink"
        style={{ width, height, transform: `translate(${x}px, ${y}px)` }}
      >
        <Plus aria-hidden className="size-5 shrink-0 text-accent" />
        <span>
          <span className="block font-medium">{t('Add the first step')}</span>
          <span className="block text-ink-faint text-sm">{t('Drag one here, or click.')}</span>
        </span>
      </button>
    </ViewportPortal>
  )
}
