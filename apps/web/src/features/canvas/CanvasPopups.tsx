import { lazy, Suspense } from 'react'
import { useCanvasUi } from './CanvasUi.tsx'

const StepPicker = lazy(async () => ({ default: (await import('./StepPicker.tsx')).StepPicker }))
const WirePicker = lazy(async () => ({ default: (await import('./WirePicker.tsx')).WirePicker }))
const RefusalNote = lazy(async () => ({ default: (await import('./RefusalNote.tsx')).RefusalNote }))
const CanvasMenu = lazy(async () => ({ default: (await import('./CanvasMenu.tsx')).CanvasMenu }))

/** What opens over the canvas, loaded when it is first asked for. */
export function CanvasPopups() {
  const isPickingStep = useCanvasUi((state) => state.picker !== undefined)
  const isPickingWire = useCanvasUi((state) => state.wire !== undefined)
  const hasMenu = useCanvasUi((state) => state.menu !== undefined)
  const isRefused = useCanvasUi((state) => state.refusal !== undefined)
  return (
    <Suspense fallback={null}>
      {isPickingStep ? <StepPicker /> : null}
      {isPickingWire ? <WirePicker /> : null}
      {hasMenu ? <CanvasMenu /> : null}
      {isRefused ? <RefusalNote /> : null}
    </Suspense>
  )
}
