import { t } from '@petal/ui/language'
import { memo, Suspense, useMemo } from 'react'
import { useEditor } from '../editor/EditorContext.tsx'
import { useFilesState } from '../files/FilesContext.tsx'
import { lazyPart } from '../look/lazyPart.ts'
import { useSettled } from '../look/useSettled.ts'
import { useKeys } from '../storage/KeyringContext.tsx'
import type { LayoutProps } from './LayoutProps.ts'
import { PartBoundary } from './PartBoundary.tsx'

// The canvas is usable before the panels are there: their forms and editors load behind it.
const SidePanel = lazyPart(async () => (await import('./SidePanelParts.tsx')).SidePanelParts)
const RunPanel = lazyPart(async () => (await import('../features/run-panel/RunPanel.tsx')).RunPanel)

const Outline = lazyPart(async () => (await import('../features/outline/Outline.tsx')).Outline)

const blank = <div className="h-full bg-surface" />

/** The side panel, loaded when it is first shown. */
export const LazySidePanel = memo(function LazySidePanel() {
  const isTime = useSettled()
  const keys = useKeys()
  const names = useMemo(() => keys.map((key) => key.keyRef), [keys])
  if (!isTime) return blank
  return (
    <PartBoundary part={t('The side panel')}>
      <Suspense fallback={blank}>
        <SidePanel keys={names} />
      </Suspense>
    </PartBoundary>
  )
})

/** The outline, loaded when it is first shown. */
export const LazyOutline = memo(function LazyOutline() {
  const isOpen = useEditor((state) => state.session.agentId !== undefined)
  if (!useSettled() || !isOpen) return blank
  return (
    <PartBoundary part={t('The outline')}>
      <Suspense fallback={blank}>
        <Outline />
      </Suspense>
    </PartBoundary>
  )
})

/** The run panel, loaded when it is first shown. */
export const LazyRunPanel = memo(function LazyRunPanel() {
  if (!useSettled()) return blank
  return (
    <PartBoundary part={t('The run panel')}>
      <Suspense fallback={blank}>
        <RunPanel />
      </Suspense>
    </PartBoundary>
  )
})

const Late = lazyPart(async () => (await import('./LateParts.tsx')).LateParts)

/** The dialogs, the command palette, the sheet of keys and the toasts. */
export const LazyLateParts = memo(function LazyLateParts() {
  if (!useSettled()) return null
  return (
    <Suspense fallback={null}>
      <Late />
    </Suspense>
  )
})

const File = lazyPart(async () => (await import('../features/files/FileStatus.tsx')).FileStatus)

/** The file of the open agent, for agents that have one. */
export function LazyFileStatus() {
  if (!useFilesState((state) => state.file !== undefined)) return null
  return (
    <Suspense fallback={null}>
      <File />
    </Suspense>
  )
}

const Overlay = lazyPart(async () => (await import('./OverlayLayout.tsx')).OverlayLayout)

/** The layout of narrow windows. */
export function LazyOverlayLayout(props: LayoutProps) {
  return (
    <Suspense fallback={null}>
      <Overlay {...props} />
    </Suspense>
  )
}
