import { t } from '@petal/ui/language'
import { useReactFlow, useStore } from '@xyflow/react'
import { type PointerEvent as ReactPointerEvent, useEffect, useMemo, useRef } from 'react'
import { useEditorInstance } from '../../editor/EditorContext.tsx'
import { selectAgent } from '../../editor/selectors.ts'
import { flowShapes } from './flowShapes.ts'
import { paintShapes } from './paintShapes.ts'
import type { Flow } from './toFlow.ts'
import { useThemeRevision } from './useThemeRevision.ts'

const width = 208
const height = 136
const padding = 10

/** A small picture of the whole agent with a frame round what is seen; a press goes there. */
export function Overview({ flow }: { readonly flow: Flow }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { store, facts } = useEditorInstance()
  const { setCenter, getZoom } = useReactFlow()
  const theme = useThemeRevision()
  const shapes = useMemo(() => flowShapes(flow, selectAgent(store.getState()), facts), [flow, store, facts])
  const scale = Math.min(
    (width - 2 * padding) / Math.max(1, shapes.bounds.width),
    (height - 2 * padding) / Math.max(1, shapes.bounds.height),
  )
  const left = (width - shapes.bounds.width * scale) / 2 - shapes.bounds.x * scale
  const top = (height - shapes.bounds.height * scale) / 2 - shapes.bounds.y * scale
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new theme paints the same shapes in other colours
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    const ratio = window.devicePixelRatio
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, width * ratio, height * ratio)
    context.setTransform(scale * ratio, 0, 0, scale * ratio, left * ratio, top * ratio)
    paintShapes(context, shapes, 1 / scale)
  }, [shapes, scale, left, top, theme])
  const goTo = (event: ReactPointerEvent<HTMLElement>) => {
    if (event.buttons !== 1) return
    const box = event.currentTarget.getBoundingClientRect()
    void setCenter((event.clientX - box.left - left) / scale, (event.clientY - box.top - top) / scale, {
      zoom: getZoom(),
    })
  }
  return (
    <div
      role="img"
      aria-label={t('Overview of the agent')}
      className="absolute right-3 bottom-6 z-5 overflow-hidden rounded-lg border border-line bg-canvas shadow-md"
      style={{ width, height }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        goTo(event)
      }}
      onPointerMove={goTo}
    >
      <canvas
        ref={canvas}
        width={width * window.devicePixelRatio}
        height={height * window.devicePixelRatio}
        className="size-full"
      />
      <Frame scale={scale} left={left} top={top} />
    </div>
  )
}

function Frame({ scale, left, top }: { readonly scale: number; readonly left: number; readonly top: number }) {
  const [x, y, zoom] = useStore((state) => state.transform)
  const seenWidth = useStore((state) => state.width)
  const seenHeight = useStore((state) => state.height)
  // The frame stays inside the picture, also when more is seen than there is.
  const [fromX, toX] = within((-x / zoom) * scale + left, ((seenWidth - x) / zoom) * scale + left, width)
  const [fromY, toY] = within((-y / zoom) * scale + top, ((seenHeight - y) / zoom) * scale + top, height)
  return (
    <div
      className="pointer-events-none absolute rounded-md border-2 border-accent/70"
      style={{ left: fromX, top: fromY, width: toX - fromX, height: toY - fromY }}
    />
  )
}

function within(from: number, to: number, size: number): readonly [number, number] {
  const inset = 3
  return [Math.min(Math.max(from, inset), size - 2 * inset), Math.max(Math.min(to, size - inset), 2 * inset)]
}
