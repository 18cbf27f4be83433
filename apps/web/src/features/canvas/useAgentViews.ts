import { useReactFlow, useStoreApi, type Viewport } from '@xyflow/react'
import { useLayoutEffect, useRef } from 'react'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectFocus } from '../../editor/selectors.ts'
import { openingView } from './openingView.ts'
import type { Flow } from './toFlow.ts'

/** Each agent of the file keeps its own view while others are opened; a new one is shown whole. */
export function useAgentViews(flow: Flow): void {
  const fileId = useEditor((state) => state.session.agentId)
  const focus = useEditor(selectFocus) ?? ''
  const camera = useReactFlow()
  const store = useStoreApi()
  const views = useRef(new Map<string, Viewport>())
  const shown = useRef({ fileId, focus })
  const latest = useRef(flow)
  latest.current = flow
  useLayoutEffect(() => {
    const before = shown.current
    shown.current = { fileId, focus }
    if (before.fileId !== fileId) views.current.clear()
    else if (before.focus !== focus) {
      views.current.set(before.focus, camera.getViewport())
      const { width, height } = store.getState()
      void camera.setViewport(views.current.get(focus) ?? openingView(latest.current, { width, height }))
    }
  }, [fileId, focus, camera, store])
}
