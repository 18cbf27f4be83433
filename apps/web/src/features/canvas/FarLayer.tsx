import { useStoreApi, ViewportPortal } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import type { Box } from '../../editor/cardSize.ts'
import type { FlowShapes } from './flowShapes.ts'
import { paintNames } from './paintNames.ts'
import { paintShapes } from './paintShapes.ts'
import { useThemeRevision } from './useThemeRevision.ts'

/** How much of the neighbourhood is painted along, as a part of the window, so that panning shows no border. */
const margin = 0.6
/** After a change of zoom the picture is stretched; it is painted sharp again when the zoom has rested, in ms. */
const rest = 90

/**
 * Everything from far away, as one picture: thousands of cards cost no more than one element. The picture hangs in
 * React Flow's viewport, so that panning moves it for free; it is painted anew only when the view leaves it.
 */
export function FarLayer({ shapes }: { readonly shapes: FlowShapes }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const flow = useStoreApi()
  const theme = useThemeRevision()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new theme paints the same shapes in other colours
  useEffect(() => {
    let painted: Painted | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const paint = () => {
      clearTimeout(timer)
      timer = undefined
      painted = canvas.current ? paintView(canvas.current, shapes, flow.getState()) : undefined
    }
    const follow = () => {
      const state = flow.getState()
      if (!painted || !contains(painted.area, viewOf(state, shapes.bounds))) return paint()
      const isSharp = painted.zoom === state.transform[2]
      if (!isSharp) {
        clearTimeout(timer)
        timer = setTimeout(paint, rest)
      }
    }
    paint()
    const stop = flow.subscribe(follow)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [shapes, flow, theme])
  return (
    <ViewportPortal>
      <canvas ref={canvas} className="pointer-events-none absolute top-0 left-0 -z-1" />
    </ViewportPortal>
  )
}

interface View {
  readonly transform: readonly [number, number, number]
  readonly width: number
  readonly height: number
}

interface Painted {
  readonly area: Box
  readonly zoom: number
}

function paintView(canvas: HTMLCanvasElement, shapes: FlowShapes, view: View): Painted {
  const zoom = view.transform[2]
  const seen = viewOf(view, undefined)
  const area = intersect(grow(seen, seen.width * margin, seen.height * margin), grow(shapes.bounds, 40, 40))
  const scale = zoom * window.devicePixelRatio
  canvas.width = Math.ceil(area.width * scale)
  canvas.height = Math.ceil(area.height * scale)
  canvas.style.width = `${area.width}px`
  canvas.style.height = `${area.height}px`
  canvas.style.transform = `translate(${area.x}px, ${area.y}px)`
  const context = canvas.getContext('2d')
  if (context && canvas.width > 0 && canvas.height > 0) {
    context.setTransform(scale, 0, 0, scale, -area.x * scale, -area.y * scale)
    paintShapes(context, shapes, 1 / zoom)
    paintNames(context, shapes.names, { area, pixel: 1 / zoom })
  }
  return { area, zoom }
}

/** What is seen, in canvas units; only as far as there is something, when `bounds` are given. */
function viewOf({ transform: [x, y, zoom], width, height }: View, bounds: Box | undefined): Box {
  const seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
  return bounds ? intersect(seen, bounds) : seen
}

function grow(box: Box, x: number, y: number): Box {
  return { x: box.x - x, y: box.y - y, width: box.width + 2 * x, height: box.height + 2 * y }
}

function intersect(a: Box, b: Box): Box {
  const x = Math.max(a.x, b.x)
  const y = Math.max(a.y, b.y)
  const width = Math.min(a.x + a.width, b.x + b.width) - x
  const height = Math.min(a.y + a.height, b.y + b.height) - y
  return width > 0 && height > 0 ? { x, y, width, height } : { x, y, width: 0, height: 0 }
}

function contains(outer: Box, inner: Box): boolean {
  if (inner.width === 0) return true
  const fitsX = inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width
  return fitsX && inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height
}
