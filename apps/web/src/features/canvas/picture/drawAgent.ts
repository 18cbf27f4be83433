import type { AgentConfig } from '@petal/core/model'
import type { AgentDocument } from '../../../editor/AgentDocument.ts'
import type { Box } from '../../../editor/cardSize.ts'
import type { StepFactsSource } from '../../../editor/createStepFacts.ts'
import { noSelection } from '../../../editor/noSelection.ts'
import { indexSteps } from '../../../editor/selectors.ts'
import { refusingHandle } from '../cardGeometry.ts'
import { createGroupView } from '../createGroupView.ts'
import { flowBounds } from '../flowShapes.ts'
import { type CanvasNode, createProjector, type Flow } from '../toFlow.ts'
import { wireEnds } from '../wireEnds.ts'
import { drawCard } from './drawCard.ts'
import { drawDisabled } from './drawDisabled.ts'
import { drawGroup } from './drawGroup.ts'
import { drawHandle } from './drawHandle.ts'
import { drawNote } from './drawNote.ts'
import { drawTerminal } from './drawTerminal.ts'
import { drawWire, drawWireName } from './drawWire.ts'
import type { Pen } from './Pen.ts'
import type { Drawing, Shape } from './Shape.ts'

/** Around everything, in canvas units. */
const margin = 48

/** An agent as its canvas shows it when nothing is selected and nothing has run. Pure. */
export function drawAgent(document: AgentDocument, facts: StepFactsSource, pen: Pen): Drawing {
  const { agent } = document
  const cardFlow = createProjector(facts).project(document, noSelection, 0)
  const flow = createGroupView().project(cardFlow, agent, noSelection)
  const frames = flow.nodes.flatMap((node) =>
    node.type === 'frame' ? drawGroup(boxOf(node), node.data.group, pen) : [],
  )
  const notes = flow.nodes.flatMap((node) => (node.type === 'note' ? drawNote(node.data.note, pen) : []))
  const cards = flow.nodes.flatMap((node) => drawNode(node, agent, facts, pen))
  const { wires, names } = drawWires(flow, agent, pen)
  return {
    area: withMargin(flowBounds(flow)),
    background: pen.colour('canvas'),
    shapes: [...frames, ...notes, ...wires, ...cards, ...names],
  }
}

function withMargin({ x, y, width, height }: Box): Box {
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin }
}

function drawNode(node: CanvasNode, agent: AgentConfig, facts: StepFactsSource, pen: Pen): readonly Shape[] {
  const { handles = [] } = node
  const box = boxOf(node)
  const dots = handles
    .filter(({ id }) => (id !== refusingHandle && id !== '*' ? true : node.type === 'start' && id === '*'))
    .flatMap((handle) =>
      drawHandle(box.x + handle.x + (handle.width ?? 0) / 2, box.y + handle.y + (handle.height ?? 0) / 2, pen),
    )
  if (node.type === 'start') return [...drawTerminal(box, inputNames(agent), pen), ...dots]
  if (node.type === 'end') return [...drawTerminal(box, undefined, pen), ...dots]
  const step = indexSteps(agent).get(node.id)
  if (node.type === 'frame') return dots
  if (step === undefined || node.type === 'note') return []
  const known = facts.of(step)
  const card = drawCard(box, step.nodeName ?? known.typeTitle, known, pen)
  return [...card, ...(step.disabled === true ? drawDisabled(box, pen) : []), ...dots]
}

function boxOf({ position, width = 0, height = 0 }: CanvasNode): Box {
  return { ...position, width, height }
}

function drawWires({ nodes, edges }: Flow, { graphConfig }: AgentConfig, pen: Pen) {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const limit = graphConfig.recursionLimit
  const drawn = edges.flatMap(({ source, target, data }) => {
    const ends = data && wireEnds(data.drawn, byId.get(source), byId.get(target))
    if (data === undefined || ends === undefined) return []
    const { drawn: edge, layout } = data
    return [{ wire: drawWire(edge, ends, layout, pen), name: drawWireName(edge, ends, { layout, limit }, pen) }]
  })
  return { wires: drawn.flatMap(({ wire }) => wire), names: drawn.flatMap(({ name }) => name) }
}

function inputNames({ stateType: { fields } }: AgentConfig): string {
  return Object.keys(fields)
    .filter((name) => fields[name]?.input)
    .join(', ')
}
