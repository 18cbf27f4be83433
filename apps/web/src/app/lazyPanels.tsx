import { lazy, memo, Suspense, useMemo } from 'react'
import { useKeys } from '../storage/KeyringContext.tsx'
import { PartBoundary } from './PartBoundary.tsx'

// The canvas is usable before the panels are there: their forms and editors load behind it.
const SidePanel = lazy(() => import('./SidePanelParts.tsx').then((module) => ({ default: module.SidePanelParts })))
const RunPanel = lazy(() =>
  import('../features/run-panel/RunPanel.tsx').then((module) => ({ default: module.RunPanel })),
)

const blank = <div className="h-full bg-surface" />

/** The side panel, loaded when it is first shown. */
export const LazySidePanel = memo(function LazySidePanel() {
  const keys = useKeys()
  const names = useMemo(() => keys.map((key) => key.keyRef), [keys])
  return (
    <PartBoundary part="The side panel">
      <Suspense fallback={blank}>
        <SidePanel keys={names} />
      </Suspense>
    </PartBoundary>
  )
})

/** The run panel, loaded when it is first shown. */
export const LazyRunPanel = memo(function LazyRunPanel() {
  return (
    <PartBoundary part="The run panel">
      <Suspense fallback={blank}>
        <RunPanel />
      </Suspense>
    </PartBoundary>
  )
})
