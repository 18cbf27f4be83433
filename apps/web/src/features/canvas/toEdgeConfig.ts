import type { AgentConfig, EdgeConfig } from '@petal/core/model'
import type { Connection } from '@xyflow/react'
import type { StepFactsSource } from '../../editor/createStepFacts.ts'
import { indexSteps } from '../../editor/selectors.ts'
import { anyExit } from './cardGeometry.ts'

/** The edge that a connection between two handles means. A step's only output is never named. */
export function toEdgeConfig(
  agent: AgentConfig,
  facts: StepFactsSource,
  { source, sourceHandle, target }: Pick<Connection, 'source' | 'sourceHandle' | 'target'>,
): EdgeConfig {
  const step = indexSteps(agent).get(source)
  const named = step !== undefined && facts.of(step).ports.outputs.length > 1 && sourceHandle !== anyExit
  return named && sourceHandle !== null
    ? { from: source, exit: sourceHandle, to: target }
    : { from: source, to: target }
}
