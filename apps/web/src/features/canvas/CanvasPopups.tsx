import { Suspense } from 'react'
import { lazyPart } from '../../look/lazyPart.ts'
import { useCanvasUi } from './CanvasUi.tsx'

const StepPicker = lazyPart(async () => (await import('./StepPicker.tsx')).StepPicker)
const WirePicker = lazyPart(async () => (await import('./WirePicker.tsx')).WirePicker)
const RefusalNote = lazyPart(async () => (await import('./RefusalNote.tsx')).RefusalNote)
const CanvasMenu = lazyPart(async () => (await import('./CanvasMenu.tsx')).CanvasMenu)

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
