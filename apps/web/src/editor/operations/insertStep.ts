import { addStep, createStepId, type EdgeConfig, type Json, type Position } from '@petal/core/model'
import type { AgentDocument } from '../AgentDocument.ts'
import { edgeId } from '../edgeId.ts'
import { columnWidth } from '../placeSteps.ts'
import { connectStep, disconnectEdges } from './connectStep.ts'
import { materialiseEdges } from './materialiseEdges.ts'

/** A step to come. */
export interface NewStep {
  readonly strategyType: string
  readonly config?: Readonly<Record<string, Json>>
  readonly nodeName?: string
  readonly at: Position
}

/** What an operation made, and under which id. */
export interface Inserted {
  readonly document: AgentDocument
  readonly stepId: string
}

/** Adds a step that nothing leads to yet; only the first step of an agent is reached from the start by itself. */
export function insertStep(document: AgentDocument, step: NewStep): Inserted {
  const stepId = createStepId(document.agent, step.strategyType)
  const agent = document.agent.steps.length === 0 ? document.agent : materialiseEdges(document.agent)
  const added = addStep(agent, {
    id: stepId,
    strategyType: step.strategyType,
    config: step.config ?? {},
    ...(step.nodeName === undefined ? {} : { nodeName: step.nodeName }),
  })
  const fromStart = added.edges !== undefined && !added.edges.some((edge) => edge.from === 'START')
  return {
    stepId,
    document: {
      agent: fromStart ? connectStep(added, { from: 'START', to: stepId }) : added,
      layout: { ...document.layout, [stepId]: step.at },
    },
  }
}

/** Splices a step into an edge, and moves what stands where it needs room. */
export function insertStepOnEdge(
  document: AgentDocument,
  edge: EdgeConfig,
  step: NewStep,
  exit: string | undefined,
): Inserted {
  const open = { ...document, agent: disconnectEdges(document.agent, [edgeId(edge)]) }
  const inserted = insertStep(makeRoom(open, edge, step.at), step)
  const { stepId } = inserted
  const before = connectStep(inserted.document.agent, { ...edge, to: stepId })
  const way: EdgeConfig = exit === undefined ? { from: stepId, to: edge.to } : { from: stepId, exit, to: edge.to }
  const agent = edge.to === 'END' ? before : connectStep(before, way)
  return { stepId, document: { ...inserted.document, agent } }
}

/** Pushes everything from the edge's target on to the right, when the new step would touch the target. */
function makeRoom(document: AgentDocument, edge: EdgeConfig, at: Position): AgentDocument {
  const target = document.layout[edge.to]
  if (!target) return document
  const missing = at[0] + columnWidth - target[0]
  const overlaps = missing > 0 && missing < columnWidth * 2 && Math.abs(target[1] - at[1]) < 200
  if (!overlaps) return document
  const source = document.layout[edge.from]
  const border = Math.max(target[0], source ? source[0] + 1 : target[0])
  const layout = Object.fromEntries(
    Object.entries(document.layout).map(([id, [x, y]]): [string, Position] => [
      id,
      x >= border ? [x + missing, y] : [x, y],
    ]),
  )
  return { ...document, layout }
}
