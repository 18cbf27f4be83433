import { useStore, useStoreApi, ViewportPortal } from '@xyflow/react'
import { useEffect, useState } from 'react'
import type { Box } from '../../editor/cardSize.ts'
import { useEditorInstance } from '../../editor/EditorContext.tsx'
import { useCanvasUiStore } from './CanvasUi.tsx'
import { createBoxIndex } from './createBoxIndex.ts'
import { frameLevel } from './frameLevel.ts'
import { gridSize } from './gridSize.ts'
import type { NodePlaces } from './noteNode.ts'
import { type HelperLine, snapBox } from './snapBox.ts'
import type { Flow } from './toFlow.ts'

/** How near a line has to be, in pixels of the screen. */
const reach = 6
/** How far around the cards in hand others are looked at, in canvas units. */
const neighbourhood = 900
/** Of more cards than this nobody wants to put one in line. */
const mostCards = 60
const noLines: readonly HelperLine[] = []

/** Puts cards in line with others while they are dragged, and draws the lines that show it. Alt keeps it from doing so. */
export function Snapping({ flow }: { readonly flow: Flow }) {
  const ui = useCanvasUiStore()
  const view = useStoreApi()
  const { store } = useEditorInstance()
  const [lines, setLines] = useState(noLines)
  useEffect(() => {
    const alt = watchAlt()
    let around: ReturnType<typeof createNeighbours> | undefined
    const snap = (moves: NodePlaces, dropped: boolean): NodePlaces => {
      around ??= createNeighbours(flow)
      const ids = Object.keys(moves)
      const box = ids.length > mostCards || alt.isHeld() ? undefined : around.boxOf(moves)
      if (box === undefined) {
        setLines(noLines)
        return moves
      }
      const zoom = view.getState().transform[2]
      const grid = store.getState().session.panels.gridOn ? gridSize : undefined
      const { dx, dy, lines: found } = snapBox(box, around.near(box, ids), reach / zoom, grid)
      setLines(dropped ? noLines : found)
      return dx === 0 && dy === 0
        ? moves
        : Object.fromEntries(Object.entries(moves).map(([id, [x, y]]) => [id, [x + dx, y + dy]]))
    }
    ui.setState({ snap })
    return () => {
      alt.stop()
      ui.setState({ snap: undefined })
    }
  }, [ui, view, store, flow])
  return lines.length === 0 ? null : <HelperLines lines={lines} />
}

function HelperLines({ lines }: { readonly lines: readonly HelperLine[] }) {
  const zoom = useStore((state) => state.transform[2])
  return (
    <ViewportPortal>
      <svg
        aria-hidden="true"
        data-testid="helper-lines"
        className="pointer-events-none absolute top-0 left-0 z-[2000] size-px overflow-visible stroke-accent"
        strokeWidth={1 / zoom}
      >
        {lines.map(({ upright, at, from, to }) =>
          upright ? (
            <line key={`x${at}`} x1={at} x2={at} y1={from} y2={to} />
          ) : (
            <line key={`y${at}`} x1={from} x2={to} y1={at} y2={at} />
          ),
        )}
      </svg>
    </ViewportPortal>
  )
}

/** The cards that stand around others, found without looking at all of them. */
function createNeighbours({ nodes }: Flow) {
  const boxes = new Map(
    nodes
      .filter(({ zIndex }) => zIndex !== frameLevel)
      .map(({ id, position: { x, y }, width = 0, height = 0 }) => [id, { id, x, y, width, height }]),
  )
  const index = createBoxIndex([...boxes.values()])
  return {
    /** The box around cards at other places. */
    boxOf: (moves: NodePlaces): Box | undefined => {
      const moved = Object.entries(moves).flatMap(([id, [x, y]]) => {
        const box = boxes.get(id)
        return box ? [{ ...box, x, y }] : []
      })
      if (moved.length === 0) return undefined
      const x = Math.min(...moved.map((box) => box.x))
      const y = Math.min(...moved.map((box) => box.y))
      const right = Math.max(...moved.map((box) => box.x + box.width))
      const bottom = Math.max(...moved.map((box) => box.y + box.height))
      return { x, y, width: right - x, height: bottom - y }
    },
    near: (box: Box, without: readonly string[]): readonly Box[] => {
      const held = new Set<Box | undefined>(without.map((id) => boxes.get(id)))
      return index.near(box, neighbourhood).filter((other) => !held.has(other))
    },
  }
}

/** Whether Alt is held while the pointer moves. */
function watchAlt() {
  let held = false
  const follow = ({ altKey }: PointerEvent | KeyboardEvent) => {
    held = altKey
  }
  const events = ['pointermove', 'keydown', 'keyup'] as const
  for (const name of events) window.addEventListener(name, follow, true)
  return {
    isHeld: () => held,
    stop: () => {
      for (const name of events) window.removeEventListener(name, follow, true)
    },
  }
}
