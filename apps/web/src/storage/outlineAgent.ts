import { type AgentConfig, listEdges, type StepRegistry } from '@petal/core/model'
import { placeSteps } from '../editor/placeSteps.ts'
import type { AgentOutline } from './LibrarySchema.ts'

/** More boxes than this are not told apart in a picture the size of a stamp. */
const MOST_BOXES = 60

/** The small picture of an agent: where its steps stand, of what kind they are, and what leads where. */
export function outlineAgent(config: AgentConfig, registry: StepRegistry): AgentOutline {
  const places = placeSteps(config)
  const steps = config.steps.slice(0, MOST_BOXES)
  const indexOf = new Map(steps.map((step, index) => [step.id, index]))
  const boxes = steps.map(({ id, strategyType }) => {
    const [x, y] = places[id] ?? [0, 0]
    return { x, y, kind: registry.describe(strategyType)?.category ?? 'other' }
  })
  const lines = listEdges(config).flatMap(({ from, to }): (readonly [number, number])[] => {
    const start = indexOf.get(from)
    const end = indexOf.get(to)
    return start === undefined || end === undefined ? [] : [[start, end]]
  })
  return { boxes, lines }
}
