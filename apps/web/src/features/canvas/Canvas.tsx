import '@xyflow/react/dist/base.css'
import './canvas.css'
import { cn } from '@petal/ui'
import {
  Background,
  BackgroundVariant,
  ConnectionLineType,
  type NodeProps,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useConnection,
  useStore,
} from '@xyflow/react'
import { type ReactNode, type RefObject, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useEditor, useReadOnly } from '../../editor/EditorContext.tsx'
import { selectAgent } from '../../editor/selectors.ts'
import { lazyPart } from '../../look/lazyPart.ts'
import { useSettled } from '../../look/useSettled.ts'
import { ArrowMarker } from './ArrowMarker.tsx'
import { CanvasControls } from './CanvasControls.tsx'
import { CanvasPopups } from './CanvasPopups.tsx'
import { CanvasUiProvider } from './CanvasUi.tsx'
import { ConnectionLine } from './ConnectionLine.tsx'
import { gridSize } from './gridSize.ts'
import type { GroupNode } from './groupNode.ts'
import { openingView } from './openingView.ts'
import { RouteEdge } from './RouteEdge.tsx'
import { selectWords } from './readableZoom.ts'
import { StepCard } from './StepCard.tsx'
import { EndCard, StartCard } from './TerminalCard.tsx'
import type { NoteNode } from './toFlow.ts'
import { useAgentViews } from './useAgentViews.ts'
import { useCanvasRequests } from './useCanvasRequests.ts'
import { useClipboard } from './useClipboard.ts'
import { useConnecting } from './useConnecting.ts'
import { useEdgeHover } from './useEdgeHover.ts'
import { useElementKeys } from './useElementKeys.ts'
import { useFarView } from './useFarView.ts'
import { useFlow } from './useFlow.ts'
import { useKeepCentre } from './useKeepCentre.ts'
import { useMenuTarget } from './useMenuTarget.ts'
import { useNodeClicks } from './useNodeClicks.ts'
import { useTidy } from './useTidy.ts'
import { maxZoom, minZoom } from './zoomLimits.ts'

const DragGhost = lazyPart(async () => (await import('./DragGhost.tsx')).DragGhost)
const loadFarLayer = async () => (await import('./FarLayer.tsx')).FarLayer
const FarLayer = lazyPart(loadFarLayer)
const Overview = lazyPart(async () => (await import('./Overview.tsx')).Overview)

const FirstStepHint = lazyPart(async () => (await import('./FirstStepHint.tsx')).FirstStepHint)
const SuggestedWire = lazyPart(async () => (await import('./SuggestedWire.tsx')).SuggestedWire)
const Snapping = lazyPart(async () => (await import('./Snapping.tsx')).Snapping)
const AgentTrail = lazyPart(async () => (await import('./AgentTrail.tsx')).AgentTrail)
const NoteCard = lazyPart(async () => (await import('./NoteCard.tsx')).NoteCard)
const GroupCard = lazyPart(async () => (await import('./GroupCard.tsx')).GroupCard)
const GroupsHost = lazyPart(async () => (await import('./GroupsHost.tsx')).GroupsHost)
const nodeTypes = { step: StepCard, start: StartCard, end: EndCard, note: LateNote, frame: LateGroup }
const edgeTypes = { route: RouteEdge }
const multiSelectionKeys = ['Meta', 'Control', 'Shift']
/** Where the end of a wire can be taken hold of: reaches well beyond the dot, which begins a wire of its own. */
const endRadius = 20
/** Left and middle button: with the left one Shift draws a box instead. */
const panButtons = [0, 1]

/** Most agents have no notes. */
function LateNote(props: NodeProps<NoteNode>) {
  return (
    <Suspense fallback={null}>
      <NoteCard {...props} />
    </Suspense>
  )
}

function LateGroup(props: NodeProps<GroupNode>) {
  return (
    <Suspense fallback={null}>
      <GroupCard {...props} />
    </Suspense>
  )
}

/** The agent as cards and wires. `children` are drawn over them, and move along. */
export function Canvas({ children }: { readonly children?: ReactNode }) {
  return (
    <ReactFlowProvider>
      <CanvasUiProvider>
        <SizedCanvas>{children}</SizedCanvas>
        <CanvasPopups />
        <CardInTheHand />
      </CanvasUiProvider>
    </ReactFlowProvider>
  )
}

/** What hangs at the pointer while a step is dragged from the palette. */
function CardInTheHand() {
  if (!useSettled()) return null
  return (
    <Suspense fallback={null}>
      <DragGhost />
    </Suspense>
  )
}

/** Knows the size of its place before it draws, so that the first picture already shows the agent where it belongs. */
function SizedCanvas({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const onKeyDown = useElementKeys()
  const [size, setSize] = useState<{ readonly width: number; readonly height: number }>()
  useLayoutEffect(() => {
    if (place.current) setSize({ width: place.current.clientWidth, height: place.current.clientHeight })
  }, [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the cards and wires inside have the focus and the roles
    <div
      ref={place}
      className="relative h-full w-full bg-canvas"
      data-testid="canvas"
      data-region="canvas"
      data-focus-area
      onKeyDown={onKeyDown}
    >
      {size ? (
        <CanvasFlow place={place} size={size}>
          {children}
        </CanvasFlow>
      ) : null}
    </div>
  )
}

interface CanvasFlowProps {
  readonly place: RefObject<HTMLElement | null>
  readonly size: { readonly width: number; readonly height: number }
  readonly children: ReactNode
}

function CanvasFlow({ place, size, children }: CanvasFlowProps) {
  const { flow, nodes, setMoving, ...changes } = useFlow()
  const { shapes, ...view } = useFarView(flow, nodes, place)
  const connecting = useConnecting()
  const menuTarget = useMenuTarget()
  const nodeClicks = useNodeClicks()
  const edgeHover = useEdgeHover()
  const isInside = useEditor((state) => state.session.trail.length > 0)
  const isEmpty = useEditor((state) => selectAgent(state).steps.length === 0)
  const hasGroups = useEditor((state) => selectAgent(state).groups !== undefined)
  const isOffered = useEditor((state) => state.session.suggestion !== undefined)
  const overviewOpen = useEditor((state) => state.session.panels.overviewOpen)
  const isEditable = useReadOnly() === undefined
  const isSettled = useSettled()
  useEffect(() => {
    // Whoever zooms out of a large agent sees it at once.
    if (isSettled) loadFarLayer().catch(() => undefined)
  }, [isSettled])
  const [openedAt] = useState(() => openingView(flow, size))
  const words = useStore(selectWords)
  const wire = useConnection((connection) => (connection.inProgress ? connection.fromHandle.type : undefined))
  useKeepCentre({ place, flow, isMoving: useCanvasRequests(flow, useTidy(setMoving)) })
  useAgentViews(flow)
  useClipboard(place)
  return (
    <>
      <ReactFlow
        {...view}
        {...changes}
        {...connecting}
        {...menuTarget}
        {...edgeHover}
        {...nodeClicks}
        className={cn(wire && `petal-connecting-${wire}`, `petal-words-${words}`)}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        connectionLineComponent={ConnectionLine}
        connectionLineType={ConnectionLineType.Bezier}
        connectionRadius={28}
        reconnectRadius={endRadius}
        nodesDraggable={isEditable}
        nodesConnectable={isEditable}
        edgesReconnectable={isEditable}
        onlyRenderVisibleElements
        disableKeyboardA11y
        deleteKeyCode={null}
        multiSelectionKeyCode={multiSelectionKeys}
        selectionKeyCode="Shift"
        selectionMode={SelectionMode.Partial}
        panOnDrag={panButtons}
        panOnScroll
        zoomOnDoubleClick={false}
        minZoom={minZoom}
        maxZoom={maxZoom}
        elevateNodesOnSelect
        defaultViewport={openedAt}
      >
        <ArrowMarker />
        <Background variant={BackgroundVariant.Dots} gap={gridSize} size={1.5} />
        {shapes ? (
          <Suspense fallback={null}>
            <FarLayer shapes={shapes} />
          </Suspense>
        ) : null}
        {hasGroups ? (
          <Suspense fallback={null}>
            <GroupsHost />
          </Suspense>
        ) : null}
        {isOffered ? (
          <Suspense fallback={null}>
            <SuggestedWire />
          </Suspense>
        ) : null}
        {isSettled && isEditable ? (
          <Suspense fallback={null}>
            <Snapping flow={flow} />
          </Suspense>
        ) : null}
        {isEmpty && isEditable ? (
          <Suspense fallback={null}>
            <FirstStepHint />
          </Suspense>
        ) : null}
        {children}
      </ReactFlow>
      {isInside ? (
        <Suspense fallback={null}>
          <AgentTrail />
        </Suspense>
      ) : null}
      {overviewOpen ? (
        <Suspense fallback={null}>
          <Overview flow={flow} />
        </Suspense>
      ) : null}
      <CanvasControls />
    </>
  )
}
