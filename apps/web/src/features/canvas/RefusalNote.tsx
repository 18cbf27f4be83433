import { useReactFlow } from '@xyflow/react'
import { CircleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { cardAnchor } from '../../editor/cardSize.ts'
import type { ConnectionFix } from '../../editor/checkConnection.ts'
import { useActions } from '../../editor/EditorContext.tsx'
import { type RefusedWire, useCanvasUi, useCanvasUiStore } from './CanvasUi.tsx'
import { pickerBetween } from './connectionEnd.ts'

const shownMs = 4000
/** There is something to click: time to read it and to get there. */
const shownWithFixMs = 8000

/** Why a wire could not be drawn, for a few seconds where it was let go of, with a way out where there is one. */
export function RefusalNote() {
  const refusal = useCanvasUi((state) => state.refusal)
  return refusal ? createPortal(<Note refusal={refusal} />, document.body) : null
}

function Note({ refusal }: { readonly refusal: RefusedWire }) {
  const ui = useCanvasUiStore()
  const [held, setHeld] = useState(false)
  const apply = useFix(refusal)
  const { reason, fix, at } = refusal
  useEffect(() => {
    if (held) return undefined
    const ms = refusal.fix ? shownWithFixMs : shownMs
    const timer = setTimeout(() => ui.setState({ refusal: undefined }), ms)
    return () => clearTimeout(timer)
  }, [refusal, held, ui])
  return (
    <div
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      className="fixed z-50 flex max-w-[min(24rem,calc(100vw-1rem))] animate-pop-in items-start gap-2 rounded-md bg-danger-solid px-2.5 py-1.5 text-sm text-white shadow-lg"
      style={{
        left: Math.max(8, Math.min(at.x + 12, window.innerWidth - 394)),
        top: Math.min(at.y + 10, window.innerHeight - (fix ? 90 : 60)),
      }}
    >
      <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="flex flex-col items-start gap-1">
        {reason}
        {fix === undefined ? null : (
          <button
            type="button"
            className="focus-ring -mx-1 rounded-sm px-1 font-semibold underline underline-offset-2 hover:no-underline"
            onClick={() => {
              ui.setState({ refusal: undefined })
              apply(fix)
            }}
          >
            {fix.label}
          </button>
        )}
      </span>
    </div>
  )
}

/** Does what was meant instead: draws the other wire, or lets the person choose the step that was missing. */
function useFix({ at, rewired }: RefusedWire): (fix: ConnectionFix) => void {
  const ui = useCanvasUiStore()
  const actions = useActions()
  const { screenToFlowPosition } = useReactFlow()
  return ({ how, edge }) => {
    if (how === 'insert') {
      const { x, y } = screenToFlowPosition(at)
      ui.setState({ picker: pickerBetween(edge, at, { x, y: y - cardAnchor }) })
    } else if (rewired === undefined) actions.connect(edge)
    else actions.rewire(rewired, edge)
  }
}
