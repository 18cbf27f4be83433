import type { AgentConfig, InnerRun, StepConfig } from '@petal/core/model'
import type { AgentDocument } from './AgentDocument.ts'
import type { StepFactsSource } from './createStepFacts.ts'

/** An agent of the file that is opened in place. */
export interface OpenedAgent {
  readonly agentId: string
  /** The step it was opened by, of the agent before it; undefined when nothing calls it. */
  readonly stepId?: string
  /** The run that its cards show; undefined: the newest. */
  readonly run?: InnerRun
}

/** The agents opened one inside the other, outermost first. Empty: the file's own agent is on the canvas. */
export type Trail = readonly OpenedAgent[]

/** The trail up to the first agent that is not there any more; the same object when all are. */
export function pruneTrail(trail: Trail, { agent: { agents = {} } }: AgentDocument): Trail {
  const gone = trail.findIndex(({ agentId }) => !Object.hasOwn(agents, agentId))
  return gone === -1 ? trail : trail.slice(0, gone)
}

/** The ids of the file's agents that a step calls. */
export function calledAgents(step: StepConfig, facts: StepFactsSource): readonly string[] {
  return facts.of(step).agents.flatMap((agent) => (typeof agent === 'string' && agent !== '' ? [agent] : []))
}

/** The shortest way to an agent through the steps that call it; the agent alone when no step does. */
export function findTrail({ agent: file }: AgentDocument, facts: StepFactsSource, agentId: string): Trail {
  const { agents = {} } = file
  const seen = new Set<string>()
  let ways: readonly { readonly agent: AgentConfig; readonly trail: Trail }[] = [{ agent: file, trail: [] }]
  while (ways.length > 0) {
    const next = ways.flatMap(({ agent, trail }) =>
      agent.steps.flatMap((step) =>
        calledAgents(step, facts).map((called) => ({
          called,
          trail: [...trail, { agentId: called, stepId: step.id }],
        })),
      ),
    )
    const found = next.find(({ called }) => called === agentId)
    if (found !== undefined) return found.trail
    ways = next.flatMap(({ called, trail }) => {
      const agent = Object.hasOwn(agents, called) ? agents[called] : undefined
      if (agent === undefined || seen.has(called)) return []
      seen.add(called)
      return [{ agent, trail }]
    })
  }
  return [{ agentId }]
}

/** The ids of the agents in which two versions of a file differ, `undefined` for the file's own, which comes first. */
export function listChanged(before: AgentDocument, after: AgentDocument): readonly (string | undefined)[] {
  const { agents: old = {}, ...oldOwn } = before.agent
  const { agents: now = {}, ...own } = after.agent
  const inner = Object.keys(now).filter((id) => old[id] !== now[id] || before.layouts[id] !== after.layouts[id])
  return before.layout === after.layout && sameParts(oldOwn, own) ? inner : [undefined, ...inner]
}

function sameParts(a: object, b: object): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => Reflect.get(a, key) === Reflect.get(b, key))
}
