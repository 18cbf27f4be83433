import type { AgentConfig, StepCategory } from '@petal/core/model'
import type { Box } from '../../editor/cardSize.ts'
import type { StepFactsSource } from '../../editor/createStepFacts.ts'
import { indexSteps } from '../../editor/selectors.ts'
import { frameLevel } from './frameLevel.ts'
import type { CardName } from './paintNames.ts'
import type { Flow } from './toFlow.ts'

/** A whole flow as a few paths that paint fast, in canvas units. */
export interface FlowShapes {
  readonly bounds: Box
  readonly bodies: Path2D
  readonly selected: Path2D
  readonly wires: Path2D
  /** The bars of each kind of step. */
  readonly bars: ReadonlyMap<StepCategory, Path2D>
  readonly names: readonly CardName[]
}

const barWidth = 36
const corner = 14

/** Collects the shapes of a flow. Costs some milliseconds for thousands of cards, so keep the result. */
export function flowShapes(flow: Flow, agent: AgentConfig, facts: StepFactsSource): FlowShapes {
  const bodies = new Path2D()
  const selected = new Path2D()
  const bars = new Map<StepCategory, Path2D>()
  const names: CardName[] = []
  const steps = indexSteps(agent)
  for (const node of flow.nodes) {
    // A frame covers nothing.
    if (node.zIndex === frameLevel) continue
    const box = boxOf(node)
    bodies.roundRect(box.x, box.y, box.width, box.height, corner)
    if (node.selected) selected.roundRect(box.x, box.y, box.width, box.height, corner)
    const step = steps.get(node.id)
    if (!step || node.type === 'note') continue
    const { category, typeTitle } = facts.of(step)
    names.push({ x: box.x, y: box.y, name: step.nodeName ?? typeTitle })
    if (step.disabled) continue
    const bar = bars.get(category) ?? new Path2D()
    bar.rect(box.x, box.y, barWidth, box.height)
    bars.set(category, bar)
  }
  return { bounds: flowBounds(flow), bodies, selected, wires: wirePaths(flow), bars, names }
}

/** The rectangle around all cards; empty at the origin when there are none. */
export function flowBounds({ nodes }: Pick<Flow, 'nodes'>): Box {
  if (nodes.length === 0) return { x: 0, y: 0, width: 0, height: 0 }
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const node of nodes) {
    const box = boxOf(node)
    left = Math.min(left, box.x)
    top = Math.min(top, box.y)
    right = Math.max(right, box.x + box.width)
    bottom = Math.max(bottom, box.y + box.height)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** The topmost card at a point, or nothing. */
export function cardAt({ nodes }: Pick<Flow, 'nodes'>, x: number, y: number): string | undefined {
  return nodes.findLast((node) => {
    const box = boxOf(node)
    return x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height
  })?.id
}

/** The cards that a rectangle touches. */
export function cardsIn({ nodes }: Pick<Flow, 'nodes'>, area: Box): readonly string[] {
  return nodes
    .filter((node) => {
      if (node.type === 'frame') return false
      const box = boxOf(node)
      const beside = box.x > area.x + area.width || box.x + box.width < area.x
      const above = box.y > area.y + area.height || box.y + box.height < area.y
      return !beside && !above
    })
    .map((node) => node.id)
}

function boxOf(node: Flow['nodes'][number]): Box {
  return { x: node.position.x, y: node.position.y, width: node.width ?? 0, height: node.height ?? 0 }
}

function wirePaths({ nodes, edges }: Flow): Path2D {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const wires = new Path2D()
  for (const edge of edges) {
    const source = byId.get(edge.source)
    const target = byId.get(edge.target)
    const from = source?.handles?.find((handle) => handle.type === 'source' && handle.id === edge.sourceHandle)
    const to = target?.handles?.find((handle) => handle.type === 'target')
    if (!source || !target || !from || !to) continue
    wires.moveTo(source.position.x + from.x, source.position.y + from.y)
    wires.lineTo(target.position.x + to.x, target.position.y + to.y)
  }
  return wires
}
