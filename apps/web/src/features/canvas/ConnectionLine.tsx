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
  const zoom = useStore((state) => state.transform[2])
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
      {reason === undefined ? null : (
        // Of one size at every zoom: far out, a reason drawn with the cards could not be read.
        <g transform={`translate(${toX} ${toY}) scale(${1 / zoom})`}>
          <foreignObject x={12} y={10} width={260} height={64} className="overflow-visible">
            <div className="inline-block rounded-md bg-danger-solid px-2 py-1 text-sm text-white shadow-lg">
              {reason}
            </div>
          </foreignObject>
        </g>
      )}
    </g>
  )
}

function useReason(props: ConnectionLineComponentProps<CanvasNode>): string | undefined {
  const { store, facts, actions } = useEditorInstance()
  if (props.connectionStatus === 'valid') return undefined
  const agent = selectAgent(store.getState())
  return refusalOf(connectionOf(props.fromHandle, props.toHandle), (ends) =>
    actions.checkConnection(toEdgeConfig(agent, facts, ends)),
  )
}
