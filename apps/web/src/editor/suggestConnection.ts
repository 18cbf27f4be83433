import type { EdgeConfig, Position } from '@petal/core/model'
import type { AgentDocument } from './AgentDocument.ts'
import type { StepFactsSource } from './createStepFacts.ts'
import { edgesByStart } from './loopEdges.ts'
import { columnWidth } from './placeSteps.ts'
import { edgesOfAgent, indexSteps } from './selectors.ts'

const reach = columnWidth * 2

/** A way from a step by its first exit that leads nowhere yet; undefined when all are taken. */
export function freeExit(
  document: AgentDocument,
  facts: StepFactsSource,
  from: string,
): Omit<EdgeConfig, 'to'> | undefined {
  const step = indexSteps(document.agent).get(from)
  if (!step) return undefined
  const taken = (edgesByStart(edgesOfAgent(document.agent)).get(from) ?? []).filter((edge) => edge.to !== 'END')
  const { outputs } = facts.of(step).ports
  if (taken.some((edge) => edge.exit === undefined)) return undefined
  if (outputs.length < 2) return taken.length === 0 ? { from } : undefined
  const exit = outputs.find((port) => !taken.some((edge) => edge.exit === port.id))
  return exit && { from, exit: exit.id }
}

/** The one edge that leads on from a step; undefined where there is none, or more than one. */
export function onlyWayOn(document: AgentDocument, from: string): EdgeConfig | undefined {
  const [way, ...others] = edgesByStart(edgesOfAgent(document.agent)).get(from) ?? []
  return others.length === 0 ? way : undefined
}

/** The one sensible connection to a step that nothing leads to: from the nearest step before it with a free exit. */
export function suggestConnection(
  document: AgentDocument,
  facts: StepFactsSource,
  stepId: string,
): EdgeConfig | undefined {
  const place = document.layout[stepId]
  if (!place || edgesOfAgent(document.agent).some((edge) => edge.to === stepId)) return undefined
  const source = nearestSource(document, facts, place)
  return source && { ...source, to: stepId }
}

/** The free exit nearest before a place, within reach of it. */
export function nearestSource(
  document: AgentDocument,
  facts: StepFactsSource,
  place: Position,
): Omit<EdgeConfig, 'to'> | undefined {
  const near = Object.entries(document.layout)
    .map(([id, [x, y]]) => ({ id, dx: place[0] - x, dy: Math.abs(place[1] - y) }))
    .filter(({ dx, dy }) => dx > 40 && Math.hypot(dx, dy) < reach)
    .sort((a, b) => Math.hypot(a.dx, a.dy) - Math.hypot(b.dx, b.dy))
  for (const { id } of near) {
    const exit = freeExit(document, facts, id)
    if (exit) return exit
  }
  return undefined
}
