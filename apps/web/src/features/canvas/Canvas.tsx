import '@xyflow/react/dist/style.css'
import './canvas.css'
import {
  Background,
  BackgroundVariant,
  ConnectionLineType,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
} from '@xyflow/react'
import { CanvasUiProvider } from './CanvasUi.tsx'
import { ConnectionLine } from './ConnectionLine.tsx'
import { RouteEdge } from './RouteEdge.tsx'
import { StepCard } from './StepCard.tsx'
import { EndCard, StartCard } from './TerminalCard.tsx'
import { useConnecting } from './useConnecting.ts'
import { useFlow } from './useFlow.ts'

const nodeTypes = { step: StepCard, start: StartCard, end: EndCard }
const edgeTypes = { route: RouteEdge }
const noKeys: string[] = []

/** The agent as cards and wires. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <CanvasUiProvider>
        <CanvasFlow />
      </CanvasUiProvider>
    </ReactFlowProvider>
  )
}

function CanvasFlow() {
  const flow = useFlow()
  const connecting = useConnecting()
  return (
    <div className="relative h-full w-full" data-testid="canvas">
      <ReactFlow
        {...flow}
        {...connecting}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        connectionLineComponent={ConnectionLine}
        connectionLineType={ConnectionLineType.Bezier}
        connectionRadius={28}
        reconnectRadius={14}
        onlyRenderVisibleElements
        disableKeyboardA11y
        deleteKeyCode={noKeys}
        multiSelectionKeyCode={['Meta', 'Control', 'Shift']}
        selectionKeyCode="Shift"
        selectionMode={SelectionMode.Partial}
        minZoom={0.02}
        maxZoom={2}
        elevateNodesOnSelect
        zoomOnDoubleClick={false}
        fitView
        fitViewOptions={{ maxZoom: 1, padding: 0.2 }}
      >
        <ArrowMarker />
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.5} />
      </ReactFlow>
    </div>
  )
}

/** The arrow head of every wire, in the wire's own colour. */
function ArrowMarker() {
  return (
    <svg aria-hidden="true" className="absolute size-0">
      <defs>
        <marker
          id="petal-arrow"
          viewBox="0 0 10 10"
          refX="8.5"
          refY="5"
          markerWidth="9"
          markerHeight="9"
          markerUnits="userSpaceOnUse"
          orient="auto-start-reverse"
        >
          <path
            d="M1,1 L8.5,5 L1,9"
            fill="none"
            stroke="context-stroke"
            strokeWidth="1.8"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </marker>
      </defs>
    </svg>
  )
}
