import { type AgentConfig, createAgentConfig, type EdgeConfig, type StepConfig } from '@petal/core/model'
import type { StepFactsSource } from '../editor/createStepFacts.ts'

/**
 * An agent of one step, which begins with the state that the step saw. It is asked once, and remembers nothing; whichever
 * way the step leaves by, the trial is over. A disabled step is tried as if it were not.
 */
export function toStepTrial(agent: AgentConfig, step: StepConfig, facts: StepFactsSource): AgentConfig {
  const { retry: _retry, onError: _onError, disabled: _disabled, ...once } = step
  const exits = facts.of(once).ports.outputs
  const ways: readonly (string | undefined)[] = exits.length < 2 ? [undefined] : exits.map(({ id }) => id)
  const out = ways.map((exit): EdgeConfig => ({ from: step.id, ...(exit === undefined ? {} : { exit }), to: 'END' }))
  return {
    ...agent,
    memory: createAgentConfig().memory,
    graphConfig: { ...agent.graphConfig, maxRetries: 0 },
    steps: [once],
    edges: [{ from: 'START', to: step.id }, ...out],
  }
}
