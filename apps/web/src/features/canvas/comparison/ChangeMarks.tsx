import { cn } from '@petal/ui'
import { ViewportPortal } from '@xyflow/react'
import { memo, useMemo } from 'react'
import { useEditor, useEditorInstance } from '../../../editor/EditorContext.tsx'
import { noSelection } from '../../../editor/noSelection.ts'
import { selectDocument, selectFocus } from '../../../editor/selectors.ts'
import { changeMarks } from '../../../look/difference/changeMarks.ts'
import type { CanvasEdge } from '../CanvasEdge.ts'
import { routePath } from '../routePath.ts'
import { type CanvasNode, createProjector } from '../toFlow.ts'
import { wireEnds } from '../wireEnds.ts'
import { countSettings, describeChange } from './describeChange.ts'
import type { ShownChange } from './planComparison.ts'
import { useInSight } from './useInSight.ts'

interface ChangeMarksProps {
  readonly changes: readonly ShownChange[]
  readonly current: ShownChange | undefined
  onTake(change: ShownChange): void
}

/** What differs, drawn over the cards and wires: by sign, by line and by colour. A click on a mark takes it in hand. */
export function ChangeMarks({ changes, current, onTake }: ChangeMarksProps) {
  const { facts } = useEditorInstance()
  const document = useEditor(selectDocument)
  const focus = useEditor(selectFocus)
  const flow = useMemo(() => createProjector(facts).project(document, noSelection, 0), [facts, document])
  const nodes = useMemo(() => new Map(flow.nodes.map((node) => [node.id, node])), [flow])
  const inSight = useInSight(nodes)
  // What has the focus is in hand, and stays out of sight.
  const shown = changes.filter((change) => change.agentId === focus && (change === current || inSight(change.seen)))
  const edges = useMemo(() => new Map(flow.edges.map((edge) => [edge.id, edge])), [flow])
  const mark = (change: ShownChange) => ({ change, isCurrent: change === current, onTake })
  return (
    <ViewportPortal>
      {shown
        .filter(({ wires }) => wires.size > 0)
        .map((change) => (
          <WireMarks key={change.key} {...mark(change)} edges={edges} nodes={nodes} />
        ))}
      {shown.map((change) => (
        <CardMark key={change.key} {...mark(change)} node={nodes.get(change.nodeId ?? '')} />
      ))}
    </ViewportPortal>
  )
}

interface MarkProps {
  readonly change: ShownChange
  readonly isCurrent: boolean
  readonly onTake: (change: ShownChange) => void
}

const frames = {
  added: 'border-2 border-ok',
  // A ghost: what is gone is seen through.
  removed: 'border-2 border-danger border-dashed bg-canvas/60',
  changed: 'border-2 border-warn',
  moved: 'border-2 border-line-strong border-dotted',
} as const

interface CardMarkProps extends MarkProps {
  readonly node: CanvasNode | undefined
}

// Of many marks only those that look otherwise are drawn again when another one is taken in hand.
const CardMark = memo(function CardMark({ change, isCurrent, onTake, node }: CardMarkProps) {
  if (node === undefined) return null
  return (
    <div
      className={cn(
        // Also over a card that is selected, which React Flow lifts over all others.
        'pointer-events-none absolute top-0 left-0 z-2000 rounded-xl',
        frames[change.kind],
        isCurrent && 'outline-3 outline-accent outline-offset-3',
      )}
      style={{
        width: node.width ?? 0,
        height: node.height ?? 0,
        transform: `translate(${node.position.x}px, ${node.position.y}px)`,
      }}
    >
      <Sign change={change} isCurrent={isCurrent} onTake={onTake} className="absolute -top-3.5 -left-3.5" />
    </div>
  )
})

const strokes = {
  added: 'stroke-ok',
  // Dots of its own beside the wire, where another one may run that took its place.
  removed: 'stroke-danger [stroke-dasharray:1_11] [stroke-linecap:round]',
  changed: 'stroke-warn',
} as const

/** How far below its wire the mark of one that is gone runs. */
const aside = 9

interface WireMarksProps extends MarkProps {
  readonly edges: ReadonlyMap<string, CanvasEdge>
  readonly nodes: ReadonlyMap<string, CanvasNode>
}

const WireMarks = memo(function WireMarks({ change, isCurrent, onTake, edges, nodes }: WireMarksProps) {
  const marked = [...change.wires].flatMap(([id, kind]) => {
    const { drawn, layout = { drop: 0, label: undefined } } = edges.get(id)?.data ?? {}
    const ends = drawn && wireEnds(drawn, nodes.get(drawn.edge.from), nodes.get(drawn.edge.to))
    return ends === undefined ? [] : [{ id, kind, ...routePath(ends, layout) }]
  })
  return marked.map(({ id, kind, path, labelX, labelY }) => (
    <div key={id} className="pointer-events-none">
      {/* Below the wire it marks and below the cards: only the sign lies over them. */}
      <svg aria-hidden="true" className="absolute top-0 left-0 -z-1 size-px overflow-visible">
        <path
          d={path}
          fill="none"
          {...(kind === 'removed' ? { transform: `translate(0 ${aside})` } : {})}
          className={cn('[stroke-width:6]', strokes[kind], isCurrent && '[stroke-width:9]')}
        />
      </svg>
      <div
        className="absolute top-0 left-0 z-2000"
        style={{
          transform: `translate(${labelX}px, ${labelY + (kind === 'removed' ? 18 + aside : -18)}px) translate(-50%, -50%)`,
        }}
      >
        <Sign change={change} kind={kind} isCurrent={isCurrent} onTake={onTake} />
      </div>
    </div>
  ))
})

const signs = {
  added: 'border-ok bg-ok-soft text-ok',
  removed: 'border-danger bg-danger-soft text-danger',
  changed: 'border-warn bg-warn-soft text-warn',
  moved: 'border-line-strong bg-surface text-ink-soft',
} as const

interface SignProps extends MarkProps {
  readonly kind?: ShownChange['kind']
  readonly className?: string
}

function Sign({ change, kind = change.kind, isCurrent, onTake, className }: SignProps) {
  const count = countSettings(change)
  return (
    <button
      type="button"
      aria-pressed={isCurrent}
      aria-label={describeChange(change)}
      title={describeChange(change)}
      onClick={() => onTake(change)}
      className={cn(
        'nodrag nopan focus-ring pointer-events-auto flex h-7 min-w-7 items-center justify-center gap-1 rounded-full border-2 px-1.5 font-mono font-semibold text-base',
        signs[kind],
        className,
      )}
    >
      <span aria-hidden>{changeMarks[kind].sign}</span>
      {change.nodeId === undefined || count === 0 ? null : <span className="text-sm">{count}</span>}
    </button>
  )
}
