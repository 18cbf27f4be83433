import { cn } from '@petal/ui'
import { type ConnectionLineComponentProps, getBezierPath, useStore } from '@xyflow/react'
import { useEditorInstance } from '../../editor/EditorContext.tsx'
import { selectAgent } from '../../editor/selectors.ts'
import { connectionOf, refusalOf } from './connectionEnd.ts'
import { toEdgeConfig } from './toEdgeConfig.ts'
import type { CanvasNode } from './toFlow.ts'

/** The wire in the hand: dashed red with its reason where it may not go. */
export function ConnectionLine(props: ConnectionLineComponentProps<CanvasNode>) {
  const { fromX, fromY, toX, toY, fromPosition, toPosition, connectionStatus } = props
  const [path] = getBezierPath({
    sourceX: fromX,
    sourceY: fromY,
    sourcePosition: fromPosition,
    targetX: toX,
    targetY: toY,
    targetPosition: toPosition,
    curvature: 0.3,
  })
  const reason = useReason(props)
  return (
    <g>
      <path
        d={path}
        fill="none"
        className={cn(
          'stroke-accent [stroke-width:2]',
          connectionStatus === 'valid' && '[stroke-width:3]',
          reason !== undefined && 'stroke-danger [stroke-dasharray:6_4]',
        )}
      />
      <circle cx={toX} cy={toY} r={4} className={reason === undefined ? 'fill-accent' : 'fill-danger'} />
      {reason === undefined ? null : <Reason text={reason} x={toX} y={toY} />}
    </g>
  )
}

const reasonWidth = 260
const reasonHeight = 48

/** Of one size at every zoom, beside the pointer on the side where there is room. */
function Reason({ text, x, y }: { readonly text: string; readonly x: number; readonly y: number }) {
  const zoom = useStore((state) => state.transform[2])
  const isRight = useStore(({ transform, width }) => x * transform[2] + transform[0] > width - reasonWidth - 20)
  const isLow = useStore(({ transform, height }) => y * transform[2] + transform[1] > height - reasonHeight - 20)
  return (
    <g transform={`translate(${x} ${y}) scale(${1 / zoom})`} className="pointer-events-none">
      <foreignObject
        x={isRight ? -12 - reasonWidth : 12}
        y={isLow ? -10 - reasonHeight : 10}
        width={reasonWidth}
        height={reasonHeight}
        className={cn('overflow-visible', isRight && 'text-right')}
      >
        <div className="inline-block rounded-md bg-danger-solid px-2 py-1 text-left text-sm text-white shadow-lg">
          {text}
        </div>
      </foreignObject>
    </g>
  )
}

function useReason(props: ConnectionLineComponentProps<CanvasNode>): string | undefined {
  const { store, facts, actions } = useEditorInstance()
  if (props.connectionStatus === 'valid') return undefined
  const agent = selectAgent(store.getState())
  return refusalOf(connectionOf(props.fromHandle, props.toHandle), (ends) =>
    actions.checkConnection(toEdgeConfig(agent, facts, ends)),
  )?.reason
}
