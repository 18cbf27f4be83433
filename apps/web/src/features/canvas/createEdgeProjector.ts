import type { AgentConfig } from '@petal/core/model'
import { t } from '@petal/ui/language'
import type { Node } from '@xyflow/react'
import type { AgentDocument } from '../../editor/AgentDocument.ts'
import type { StepFactsSource } from '../../editor/createStepFacts.ts'
import { indexSteps } from '../../editor/selectors.ts'
import type { CanvasEdge, WireData } from './CanvasEdge.ts'
import { createWireLayouts } from './createWireLayouts.ts'
import { type DrawnEdge, edgesToDraw } from './edgesToDraw.ts'
import { sameList } from './sameList.ts'
import { sayWire, type WireWords } from './sayWire.ts'
import type { WireLayout } from './WireLayout.ts'
import { wireName } from './wireName.ts'

/** Translates edges into wires; one that looks the same stays the same object. */
export function createEdgeProjector(facts: StepFactsSource) {
  let previous: CanvasEdge[] = []
  let byId = new Map<string, CanvasEdge>()
  const layoutsOf = createWireLayouts()
  return (document: AgentDocument, selected: ReadonlySet<string>, nodes: readonly Node[]): CanvasEdge[] => {
    const drawings = edgesToDraw(document.agent, facts).map((drawn) => {
      const known = byId.get(drawn.id)?.data?.drawn
      return known && sameDrawing(known, drawn) ? known : drawn
    })
    const layouts = layoutsOf(drawings, nodes, document.agent.graphConfig.recursionLimit)
    const wordsOf = wireWords(document.agent, facts)
    const edges = drawings.map((drawn) => {
      const known = byId.get(drawn.id)
      const edge = routeEdge({ drawn, layout: layouts.get(drawn.id), words: wordsOf(drawn) }, selected.has(drawn.id))
      return known && sameEdge(known, edge) ? known : edge
    })
    if (sameList(previous, edges)) return previous
    previous = edges
    byId = new Map(edges.map((edge) => [edge.id, edge]))
    return edges
  }
}

function routeEdge(data: WireData, selected: boolean): CanvasEdge {
  const { drawn } = data
  const { edge, sourceHandle, targetHandle } = drawn
  const fixed = drawn.isEnding ? { reconnectable: false, selectable: false, focusable: false } : {}
  return {
    id: drawn.id,
    type: 'route',
    source: edge.from,
    target: edge.to,
    sourceHandle,
    targetHandle,
    selected,
    ariaLabel: sayWire(data.words),
    data,
    ...fixed,
  }
}

/** What wires are called, for who does not see where they lead. */
function wireWords(agent: AgentConfig, facts: StepFactsSource): (drawn: DrawnEdge) => WireWords {
  const steps = indexSteps(agent)
  const nameOf = (id: string) => {
    const step = steps.get(id)
    if (step) return step.nodeName ?? facts.of(step).typeTitle
    return id === 'START' ? t('Start') : t('End')
  }
  return (drawn) => ({
    from: nameOf(drawn.edge.from),
    exit: drawn.kind === 'open' ? (drawn.label ?? '') : wireName(drawn, agent.graphConfig.recursionLimit),
    to: nameOf(drawn.edge.to),
  })
}

function sameEdge(a: CanvasEdge, b: CanvasEdge): boolean {
  return (
    a.selected === b.selected &&
    a.ariaLabel === b.ariaLabel &&
    a.data?.drawn === b.data?.drawn &&
    sameLayout(a.data?.layout, b.data?.layout)
  )
}

function sameLayout(a: WireLayout | undefined, b: WireLayout | undefined): boolean {
  return a?.drop === b?.drop && a?.label === b?.label
}

function sameDrawing(a: DrawnEdge, b: DrawnEdge): boolean {
  return (
    a.kind === b.kind &&
    a.label === b.label &&
    a.isOff === b.isOff &&
    a.sourceHandle === b.sourceHandle &&
    a.targetHandle === b.targetHandle &&
    a.edge.maxTurns === b.edge.maxTurns &&
    a.edge.leaveBy === b.edge.leaveBy
  )
}
