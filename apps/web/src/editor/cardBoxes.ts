import type { Position, StepConfig } from '@petal/core/model'
import { type Box, cardSize } from './cardSize.ts'
import type { StepFactsSource } from './createStepFacts.ts'

/** Where the cards of some steps are. */
export function cardBoxes(
  steps: readonly StepConfig[],
  layout: Readonly<Record<string, Position>>,
  facts: StepFactsSource,
): readonly Box[] {
  return steps.flatMap((step) => {
    const place = layout[step.id]
    return place ? [{ x: place[0], y: place[1], ...cardSize(facts.of(step).ports) }] : []
  })
}
