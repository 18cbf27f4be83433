import type { Position, StepConfig, StepPorts } from '@petal/core/model'
import { t } from '@petal/ui/language'
import type { Node, NodeHandle } from '@xyflow/react'
import type { AgentDocument } from '../../editor/AgentDocument.ts'
import { cardSize } from '../../editor/cardSize.ts'
import type { StepFacts, StepFactsSource } from '../../editor/createStepFacts.ts'
import type { Selection } from '../../editor/EditorState.ts'
import { listNotes, type Note } from '../../editor/notes.ts'
import type { CanvasEdge } from './CanvasEdge.ts'
import { cardHandles, terminalHandles, terminalSize } from './cardGeometry.ts'
import { cardHome } from './cardHome.ts'
import { createEdgeProjector } from './createEdgeProjector.ts'
import type { GroupNode } from './groupNode.ts'
import { noteNodeId } from './noteNode.ts'
import { sameList } from './sameList.ts'
import { terminalPlaces } from './terminalPlaces.ts'

/** A card on the canvas. It carries its step's id and nothing else: components select what they show. */
export type CardNode = Node<{ readonly stepId: string }, 'step' | 'start' | 'end'>

/** A note on the canvas, below the cards. */
export type NoteNode = Node<{ readonly note: Note }, 'note'>

export type CanvasNode = CardNode | NoteNode | GroupNode

export interface Flow {
  readonly nodes: CanvasNode[]
  readonly edges: CanvasEdge[]
}

/** Translates documents into what React Flow draws; what looks the same stays the same object, down to each node. */
export interface Projector {
  /** @param revision of the registry: with another one, what was kept is dropped. */
  project(document: AgentDocument, selection: Selection, revision: number): Flow
}

export function createProjector(facts: StepFactsSource): Projector {
  let known = { revision: -1, nodes: createNodeProjector(facts), edges: createEdgeProjector(facts) }
  let last: { document: AgentDocument; selection: Selection; flow: Flow } | undefined
  return {
    project(document, selection, revision) {
      const isNew = revision !== known.revision
      if (!isNew && last?.document === document && last.selection === selection) return last.flow
      if (isNew) known = { revision, nodes: createNodeProjector(facts), edges: createEdgeProjector(facts) }
      const nodes = known.nodes(document, selection)
      const edges = known.edges(document, new Set(selection.edgeIds), nodes)
      const same = last?.flow.nodes === nodes && last.flow.edges === edges
      last = { document, selection, flow: same && last ? last.flow : { nodes, edges } }
      return last.flow
    },
  }
}

function createNodeProjector(facts: StepFactsSource) {
  let previous: CanvasNode[] = []
  let byId = new Map<string, CanvasNode>()
  const drawnFacts = new WeakMap<CanvasNode, StepFacts>()
  const cards = new WeakMap<StepConfig, { readonly card: CanvasNode; readonly place: Position }>()
  const keep = (node: CanvasNode, nodeFacts?: StepFacts): CanvasNode => {
    const known = byId.get(node.id)
    if (known && sameNode(known, node) && sameLook(drawnFacts.get(known), nodeFacts)) return known
    if (nodeFacts) drawnFacts.set(node, nodeFacts)
    return node
  }
  const cardOf = (step: StepConfig, place: Position, selected: boolean): CanvasNode => {
    const known = cards.get(step)
    if (known && samePlace(known.place, place) && known.card.selected === selected) return known.card
    const stepFacts = facts.of(step)
    const node = stepNode(step.id, place, stepFacts.ports, selected)
    const words = [step.nodeName ?? stepFacts.typeTitle, ...(step.disabled ? ['disabled'] : []), ...place.slice(2)]
    const card = keep({ ...node, ariaLabel: words.join(', ') }, stepFacts)
    cards.set(step, { card, place })
    return card
  }
  return (document: AgentDocument, selection: Selection): CanvasNode[] => {
    const selected = new Set(selection.stepIds)
    const steps = document.agent.steps.map((step) =>
      cardOf(step, document.layout[step.id] ?? [0, 0], selected.has(step.id)),
    )
    const places = terminalPlaces(document)
    const nodes = [
      keep(terminalNode('start', places.START, selected.has('START'))),
      ...steps,
      ...(steps.length === 0 ? [] : [keep(terminalNode('end', places.END, selected.has('END')))]),
      ...listNotes(document.agent).map((note) => keep(noteNode(note, selection.noteIds.includes(note.id)))),
    ]
    if (sameList(previous, nodes)) return previous
    previous = nodes
    byId = new Map(nodes.map((node) => [node.id, node]))
    return nodes
  }
}

function samePlace(a: Position, b: Position): boolean {
  return a === b || (a[0] === b[0] && a[1] === b[1] && a[2] === b[2])
}

function stepNode(id: string, [x, y]: Position, ports: StepPorts, selected: boolean): CardNode {
  return {
    id,
    type: 'step',
    position: { x, y },
    data: { stepId: id },
    selected,
    ...cardHome(selected, 'step'),
    ...sized(cardSize(ports), cardHandles(ports)),
  }
}

function terminalNode(type: 'start' | 'end', [x, y]: Position, selected: boolean): CardNode {
  const id = type === 'start' ? 'START' : 'END'
  const handles = terminalHandles(type === 'start' ? 'source' : 'target')
  return {
    id,
    type,
    position: { x, y },
    data: { stepId: id },
    selected,
    ariaLabel: type === 'start' ? t('Start') : t('End'),
    deletable: false,
    ...cardHome(selected, 'other'),
    ...sized(terminalSize, handles),
  }
}

/** Below everything, also while it is selected. */
function noteNode(note: Note, selected: boolean): NoteNode {
  const [x, y] = note.position
  const [width, height] = note.size
  return {
    id: noteNodeId(note.id),
    type: 'note',
    position: { x, y },
    data: { note },
    selected,
    zIndex: -2000,
    ariaLabel: t('Note'),
    connectable: false,
    ...cardHome(selected, 'other'),
    ...sized({ width, height }, []),
  }
}

/** Known in advance, so that React Flow has nothing to measure. */
function sized(size: { readonly width: number; readonly height: number }, handles: NodeHandle[]) {
  return { width: size.width, height: size.height, measured: { ...size }, handles }
}

function sameNode(a: CanvasNode, b: CanvasNode): boolean {
  const samePlace = a.position.x === b.position.x && a.position.y === b.position.y
  const sameNote = a.type !== 'note' || b.type !== 'note' || a.data.note === b.data.note
  return samePlace && a.selected === b.selected && a.ariaLabel === b.ariaLabel && sameNote
}

/** Seen from far, a card is a shape in the colour of its category. */
function sameLook(a: StepFacts | undefined, b: StepFacts | undefined): boolean {
  return a?.category === b?.category && samePorts(a?.ports, b?.ports)
}

function samePorts(a: StepPorts | undefined, b: StepPorts | undefined): boolean {
  if (a === b) return true
  if (a?.outputs.length !== b?.outputs.length) return false
  return a?.outputs.every((port, index) => port.id === b?.outputs[index]?.id) ?? false
}
