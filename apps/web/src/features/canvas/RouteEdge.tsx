import { cn } from '@petal/ui'
import { type EdgeProps, useStore } from '@xyflow/react'
import { memo } from 'react'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectAgent } from '../../editor/selectors.ts'
import type { CanvasEdge } from './CanvasEdge.ts'
import { useCanvasUi } from './CanvasUi.tsx'
import { EdgeLabel } from './EdgeLabel.tsx'
import type { EdgeKind } from './edgesToDraw.ts'
import { selectReadable } from './readableZoom.ts'
import { routePath } from './routePath.ts'
import { selectPassage } from './selectPassage.ts'
import { selectTurn } from './selectTurn.ts'
import type { WireLayout } from './WireLayout.ts'
import { wireName } from './wireName.ts'

const kindStyles: Readonly<Record<EdgeKind, string>> = {
  plain: 'stroke-wire',
  loop: 'stroke-logic [stroke-dasharray:6_5]',
  open: 'stroke-wire opacity-70 [stroke-dasharray:2_5]',
  broken: 'stroke-danger [stroke-dasharray:5_4]',
}

const usual: WireLayout = { drop: 0, label: undefined }

/** A wire between two steps. */
export const RouteEdge = memo(function RouteEdge(props: EdgeProps<CanvasEdge>) {
  const { data, selected, id } = props
  const { path, labelX, labelY } = routePath(props, data?.layout ?? usual)
  const hovered = useCanvasUi((state) => state.hoveredEdgeId === id)
  const receiving = useCanvasUi((state) => state.dropEdgeId === id)
  const passage = useEditor((state) => (data ? selectPassage(state, data.drawn.edge) : 'none'))
  const readable = useStore(selectReadable)
  if (!data) return null
  return (
    <g className={cn(data.drawn.isOff && 'opacity-35')}>
      <path
        d={path}
        fill="none"
        markerEnd="url(#petal-arrow)"
        className={cn(
          'petal-wire [stroke-width:1.75]',
          kindStyles[data.drawn.kind],
          passage === 'taken' && 'stroke-ok',
          hovered && 'stroke-ink-soft [stroke-width:2.25]',
          selected && 'stroke-accent [stroke-width:2.5]',
          !readable && '[stroke-width:3.5]',
          receiving && 'stroke-accent [stroke-dasharray:none] [stroke-width:5]',
        )}
      />
      {passage === 'active' ? <WireLight path={path} /> : null}
      <path d={path} fill="none" stroke="transparent" strokeWidth={28} className="[pointer-events:stroke]" />
      <WireLabel {...data} x={labelX} y={labelY} active={(hovered || selected === true) && !receiving} />
    </g>
  )
})

/** What runs along a wire that leads to a running step. */
function WireLight({ path }: { readonly path: string }) {
  return (
    <g className="petal-wire-light stroke-accent">
      <path d={path} />
      <path d={path} />
      <path d={path} />
    </g>
  )
}

interface WireLabelProps extends NonNullable<CanvasEdge['data']> {
  readonly x: number
  readonly y: number
  readonly active: boolean
}

function WireLabel({ drawn, layout, x, y, active }: WireLabelProps) {
  const readable = useStore(selectReadable)
  const limit = useEditor((state) => selectAgent(state).graphConfig.recursionLimit)
  const turn = useEditor((state) => (drawn.kind === 'loop' ? selectTurn(state, drawn.edge) : undefined))
  const text = wireName(drawn, limit, turn)
  const hasRoom = text !== '' && layout?.label !== undefined
  if (!readable || (!hasRoom && !active)) return null
  return <EdgeLabel drawn={drawn} text={text} x={x} y={y} active={active} />
}
