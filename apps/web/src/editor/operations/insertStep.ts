import { type AgentConfig, addStep, createStepId, type EdgeConfig, type Json, type Position } from '@petal/core/model'
import type { AgentDocument } from '../AgentDocument.ts'
import type { StepFactsSource } from '../createStepFacts.ts'
import { edgeId } from '../edgeId.ts'
import { columnWidth, rowHeight } from '../placeSteps.ts'
import { edgesOfAgent, indexSteps } from '../selectors.ts'
import { connectStep, disconnectEdges } from './connectStep.ts'
import { declareWritten } from './declareWritten.ts'
import { materialiseEdges } from './materialiseEdges.ts'

/** A step to come. */
export interface NewStep {
  readonly strategyType: string
  readonly nodeName: string
  readonly config: Readonly<Record<string, Json>>
  readonly at: Position
  /** State fields it writes; those that the state lacks are declared. */
  readonly writes: readonly string[]
  /** Its exits; empty for a step with a single one, which is never named. */
  readonly exits: readonly string[]
}

/** What an operation made, and under which id. */
export interface Inserted {
  readonly document: AgentDocument
  readonly stepId: string
}

/** Adds a step that nothing leads to yet; only where nothing follows the start, the start leads to it. */
export function insertStep(document: AgentDocument, facts: StepFactsSource, step: NewStep): Inserted {
  const isFirst = document.agent.steps.length === 0 && document.agent.edges === undefined
  const staysChain = isFirst && step.exits.length === 0
  const { stepId, agent } = withStep(staysChain ? document.agent : materialiseEdges(document.agent, facts), step)
  const startIsOpen = agent.edges !== undefined && !agent.edges.some((edge) => edge.from === 'START')
  const hung = startIsOpen ? connectStep(agent, facts, { from: 'START', to: stepId }) : agent
  return {
    stepId,
    document: {
      ...document,
      agent: startIsOpen ? leadToEnd(hung, facts, stepId) : hung,
      layout: { ...document.layout, [stepId]: step.at },
    },
  }
}

/**
 * Leads a step with several exits on to the end by its first one, as a step with a single exit goes there by itself: the
 * others stay open, and are seen to. One that goes on already is left as it is.
 */
export function leadToEnd(agent: AgentConfig, facts: StepFactsSource, stepId: string): AgentConfig {
  const step = indexSteps(agent).get(stepId)
  const [exit, ...others] = step === undefined ? [] : facts.of(step).ports.outputs
  const goesOn = edgesOfAgent(agent).some((edge) => edge.from === stepId)
  if (exit === undefined || others.length === 0 || goesOn) return agent
  return connectStep(agent, facts, { from: stepId, exit: exit.id, to: 'END' })
}

/**
 * Adds a step behind an exit. An agent that is a plain chain stays one when a step with a single exit goes on at its end.
 */
export function insertStepAfter(
  document: AgentDocument,
  facts: StepFactsSource,
  from: Omit<EdgeConfig, 'to'>,
  step: NewStep,
): Inserted {
  const { agent, layout } = document
  const atEnd = agent.edges === undefined && agent.steps.at(-1)?.id === from.from && from.exit === undefined
  if (atEnd && step.exits.length === 0) {
    const longer = withStep(agent, step)
    return {
      stepId: longer.stepId,
      document: { ...document, agent: longer.agent, layout: { ...layout, [longer.stepId]: step.at } },
    }
  }
  const inserted = insertStep(document, facts, step)
  const connected = connectStep(inserted.document.agent, facts, { ...from, to: inserted.stepId })
  return {
    ...inserted,
    document: { ...inserted.document, agent: leadToEnd(connected, facts, inserted.stepId) },
  }
}

/**
 * Splices a step into an edge. It stands clear of the step it follows, what it leads to makes room, and it goes on by
 * its first exit.
 */
export function insertStepOnEdge(
  document: AgentDocument,
  facts: StepFactsSource,
  edge: EdgeConfig,
  wish: NewStep,
): Inserted {
  const step = { ...wish, at: besidePinned(document.layout[edge.to], clearOf(document.layout[edge.from], wish.at)) }
  const roomy = makeRoom(document, edge, step.at)
  const { agent } = roomy
  const staysChain = agent.edges === undefined && step.exits.length === 0
  if (staysChain) {
    const index = agent.steps.findIndex(({ id }) => id === edge.to)
    const { stepId, agent: longer } = withStep(agent, step, index === -1 ? agent.steps.length : index)
    return { stepId, document: { ...roomy, agent: longer, layout: { ...roomy.layout, [stepId]: step.at } } }
  }
  const inserted = insertStep({ ...roomy, agent: disconnectEdges(agent, facts, [edgeId(edge)]) }, facts, step)
  const { stepId } = inserted
  // What limits a loop stands at the edge that closes it.
  const { maxTurns, leaveBy, ...plain } = edge
  const before = connectStep(inserted.document.agent, facts, { ...plain, to: stepId })
  const [exit] = step.exits
  const way: EdgeConfig = {
    from: stepId,
    ...(exit === undefined ? {} : { exit }),
    to: edge.to,
    ...(maxTurns === undefined ? {} : { maxTurns }),
    ...(leaveBy !== undefined && step.exits.includes(leaveBy) ? { leaveBy } : {}),
  }
  const joined = edge.to === 'END' ? leadToEnd(before, facts, stepId) : connectStep(before, facts, way)
  return { stepId, document: { ...inserted.document, agent: joined } }
}

/** The place, or the next one in the same row where the card does not touch the one it follows. */
function clearOf(source: Position | undefined, [x, y]: Position): Position {
  if (!source || Math.abs(source[1] - y) >= rowHeight) return [x, y]
  const inRow = Math.abs(source[1] - y) < rowHeight / 2
  return [Math.max(x, source[0] + columnWidth), inRow ? source[1] : y]
}

/** The place, or the one below it where it would cover the pinned card it leads to. */
function besidePinned(target: Position | undefined, [x, y]: Position): Position {
  const covers =
    target?.[2] !== undefined && Math.abs(target[0] - x) < columnWidth && Math.abs(target[1] - y) < rowHeight
  return covers ? [x, target[1] + rowHeight] : [x, y]
}

function withStep(agent: AgentConfig, step: NewStep, index = agent.steps.length) {
  const stepId = createStepId(agent, step.strategyType)
  const { strategyType, nodeName, config, writes } = step
  const longer = addStep(agent, { id: stepId, strategyType, nodeName, config }, { index })
  return { stepId, agent: declareWritten(longer, writes) }
}

/** Pushes everything from the edge's target on to the right, when the new step would touch the target. Not what is pinned. */
function makeRoom(document: AgentDocument, edge: EdgeConfig, at: Position): AgentDocument {
  const target = document.layout[edge.to]
  if (!target) return document
  const missing = at[0] + columnWidth - target[0]
  const overlaps = missing > 0 && missing < columnWidth * 2 && Math.abs(target[1] - at[1]) < 200
  const source = document.layout[edge.from]
  if (!overlaps || (source && source[0] >= target[0])) return document
  const layout = Object.entries(document.layout).map(([id, place]): [string, Position] => {
    const [x, y, pinned] = place
    return [id, pinned === undefined && x >= target[0] ? [x + missing, y] : place]
  })
  return { ...document, layout: Object.fromEntries(layout) }
}
