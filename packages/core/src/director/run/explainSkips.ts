import { t } from '../../language/t.ts'
import type { AgentPlan, PlannedEdge } from '../AgentPlan.ts'
import type { RunOrigin } from '../RunOptions.ts'

/** The exits by which each step left, by step id; `undefined` stands for leaving without naming one. */
export type ExitsTaken = ReadonlyMap<string, ReadonlySet<string | undefined>>

/** Why steps did not run in a run that began in the middle. */
export function explainOrigin({ steps }: AgentPlan, { stepIds }: RunOrigin): string {
  const names = steps.filter(({ id }) => stepIds.includes(id)).map(({ nodeName }) => nodeName)
  return t('Not run: this run began at {names}', { names: names.join(', ') })
}

/** Why steps of an ended run did not run, by step id: "Not run: Router chose refund". */
export function explainSkips(
  plan: AgentPlan,
  exits: ExitsTaken,
  otherwise = t('Not run: nothing led here'),
): (stepId: string) => string {
  const steps = new Map(plan.steps.map((step) => [step.id, step]))
  const explain = (stepId: string, seen: ReadonlySet<string>): string | undefined => {
    const leading = plan.edges.filter(({ to }) => to === stepId)
    for (const edge of leading) {
      const reason = explainEdge(edge)
      if (reason !== undefined) return reason
    }
    for (const { from } of leading) {
      const reason = seen.has(from) ? undefined : explain(from, new Set([...seen, from]))
      if (reason !== undefined) return reason
    }
    return undefined
  }
  const explainEdge = ({ from, exit }: PlannedEdge): string | undefined => {
    const taken = exits.get(from)
    const step = steps.get(from)
    if (taken === undefined || step === undefined || exit === undefined || taken.has(exit)) return undefined
    const label = (id: string | undefined) => step.ports.outputs.find((port) => port.id === id)?.label ?? id
    const chosen = [...taken].map(label).filter((name) => name !== undefined)
    if (chosen.length === 0)
      return t('Not run: {nodeName} did not leave by {exit}', { nodeName: step.nodeName, exit: label(exit) })
    return t('Not run: {nodeName} chose {chosen}', { nodeName: step.nodeName, chosen: chosen.join(', ') })
  }
  return (stepId) => explain(stepId, new Set([stepId])) ?? otherwise
}
