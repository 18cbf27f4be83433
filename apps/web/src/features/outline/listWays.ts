import { type AgentConfig, type EdgeConfig, type Port, takesEdge } from '@petal/core/model'
import { msg, t } from '@petal/ui/language'
import type { StepFactsSource } from '../../editor/createStepFacts.ts'
import { edgeId } from '../../editor/edgeId.ts'
import { edgesByStart, loopEdges } from '../../editor/loopEdges.ts'
import { edgesOfAgent, indexSteps } from '../../editor/selectors.ts'
import type { OutlineWay } from './OutlineRow.ts'

/** Gives the ways on from a step, or from `START`: those there are, and those that are still open, in the order of its exits. */
export function listWays(agent: AgentConfig, facts: StepFactsSource): (from: string) => readonly OutlineWay[] {
  const edges = edgesOfAgent(agent)
  const steps = indexSteps(agent)
  const out = edgesByStart(edges)
  const loops = loopEdges(edges)
  const toWay = (edge: EdgeConfig, label: string): OutlineWay => {
    if (edge.to !== 'END' && !steps.has(edge.to)) return { kind: 'broken', edge, label, lacks: 'step' }
    return { kind: loops.has(edgeId(edge)) ? 'loop' : 'plain', edge, label }
  }
  return (from) => {
    const step = steps.get(from)
    const taken = out.get(from) ?? []
    const outputs = step ? facts.of(step).ports.outputs : onlyExit
    const known = outputs.length > 1 ? waysByExit(from, outputs, taken) : waysOfOne(from, outputs, taken)
    const shown = new Set(known.map(({ edge }) => edge))
    const strays = taken.filter((edge) => !shown.has(edge))
    return [
      ...known.map(
        ({ edge, label, isOpen }): OutlineWay => (isOpen ? { kind: 'open', edge, label } : toWay(edge, label)),
      ),
      ...strays.map((edge): OutlineWay => ({ kind: 'broken', edge, label: edge.exit ?? t('next'), lacks: 'exit' })),
    ]
  }
}

/** What a way is called that has no name of its own. */
const next = 'next'
const onlyExit: readonly Port[] = [{ id: next, label: msg('next') }]

interface KnownWay {
  readonly edge: EdgeConfig
  readonly label: string
  readonly isOpen: boolean
}

/** A step with one exit, which is never named. */
function waysOfOne(from: string, [exit]: readonly Port[], taken: readonly EdgeConfig[]): readonly KnownWay[] {
  if (exit === undefined) return []
  const own = taken.filter((edge) => edge.exit === undefined || edge.exit === exit.id)
  if (own.length === 0) return [{ edge: { from, to: 'END' }, label: t('next'), isOpen: true }]
  return own.map((edge) => ({ edge, label: t('next'), isOpen: false }))
}

function waysByExit(from: string, outputs: readonly Port[], taken: readonly EdgeConfig[]): readonly KnownWay[] {
  const unnamed = taken.filter((edge) => edge.exit === undefined)
  const named = outputs.flatMap(({ id, label }): KnownWay[] => {
    const own = taken.filter((edge) => edge.exit === id)
    if (own.length > 0) return own.map((edge) => ({ edge, label, isOpen: false }))
    // What leaves by whatever exit leaves by this one, too.
    if (unnamed.some((edge) => takesEdge(edge, id))) return []
    return [{ edge: { from, exit: id, to: 'END' }, label, isOpen: true }]
  })
  return [...unnamed.map((edge) => ({ edge, label: t('any exit'), isOpen: false })), ...named]
}
