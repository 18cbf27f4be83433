import type { Problem } from '../../errors/Problem.ts'
import { t } from '../../language/t.ts'
import { entryAt } from './entryAt.ts'
import type { Planning } from './Planning.ts'

/** That it is clear where a run goes on after each disabled step. */
export function checkDisabled({ config, steps, names, analysis }: Planning): readonly Problem[] {
  if (analysis.graph.closed.size === 0) return []
  const stuck = new Set([...analysis.graph.closed].map((edge) => entryAt(analysis.edges, edge).from))
  return config.steps.flatMap(({ id }, index): readonly Problem[] => {
    const { disabled, outputs } = entryAt(steps, index)
    if (!disabled || outputs?.length !== 0 || !stuck.has(id) || !analysis.isReachable(index)) return []
    return [
      {
        code: 'graph.noPass',
        severity: 'error',
        stepId: id,
        message: t(
          '"{name}" is disabled, but it has several ways out and nothing says which one to take then. Enable it, or remove it.',
          { name: names[index] },
        ),
        fix: { label: t('Enable it'), change: { stepId: id, path: 'disabled' } },
      },
    ]
  })
}

/** The disabled step behind whose other exits a step stands that nothing else leads to; undefined when there is none. */
export function findGate({ config, analysis }: Planning, step: number): number | undefined {
  const { edges, graph } = analysis
  if (graph.closed.size === 0) return undefined
  const numberOf = (id: string) => config.steps.findIndex((one) => one.id === id)
  for (const index of graph.closed) {
    const { from, to } = entryAt(edges, index)
    const source = numberOf(from)
    if (analysis.isReachable(source) && leadsTo(graph.next, numberOf(to), step)) return source
  }
  return undefined
}

function leadsTo(next: readonly (readonly number[])[], from: number, to: number): boolean {
  const seen = new Set([from])
  for (const at of seen) {
    if (at === to) return true
    for (const step of next[at] ?? []) seen.add(step)
  }
  return false
}
