import { END } from '../../config/listEdges.ts'
import { AgentError } from '../../errors/AgentError.ts'
import { word } from '../../language/word.ts'
import { takesEdge } from '../../step/errorPort.ts'
import type { AgentPlan, PlannedEdge, PlannedStep } from '../AgentPlan.ts'
import { createExits, onlyOutput } from './createExits.ts'
import { edgesFrom } from './edgesFrom.ts'
import { findLoops, type Loop } from './findLoops.ts'
import { stepKey, type Turns } from './Turns.ts'

/** How a step is left. */
export interface Departure {
  readonly exit: string | undefined
  /** The steps to go to. */
  readonly targets: readonly string[]
  /** What is counted anew. */
  readonly turns: Turns
  /** Loops of which another turn begins with it: 2 for the second. */
  readonly begun: readonly { readonly edge: PlannedEdge; readonly turn: number }[]
  /** Set when a loop had all its turns, so that the step was left by another exit. */
  readonly spent?: PlannedEdge
}

/** Leaves a step by an exit. Throws `run.stepLimit` when a loop had all its turns and has no other way on. */
export type Depart = (exit: string | undefined, turns: Turns, iteration: number) => Departure

/** Where the exits of a step lead, with the turns of the loops it stands in counted and kept within their limits. */
export function createDeparture(plan: AgentPlan, step: PlannedStep): Depart {
  const loops = findLoops(plan)
  const edges = edgesFrom(plan, step.id)
  const counts = loops.some(({ body }) => body.has(step.id))
  const exits = createExits(plan, step)
  if (!counts && !edges.some(({ to }) => loops.some(({ edge }) => edge.to === to))) {
    return (exit) => ({ exit, targets: exits(exit), turns: {}, begun: [] })
  }
  const only = onlyOutput(step)
  const take = (exit: string | undefined) => edges.filter((edge) => takesEdge(edge, exit ?? only))
  const isSpent = (edge: PlannedEdge, turns: Turns) =>
    edge.loop && edge.maxTurns !== undefined && turnOf(edge, loops, turns) >= edge.maxTurns
  return (exit, turns, iteration) => {
    const wanted = take(exit)
    const spent = wanted.find((edge) => isSpent(edge, turns))
    if (spent === undefined) return follow(exit, wanted, turns, iteration)
    if (spent.leaveBy === undefined) throw outOfTurns(plan, step, spent)
    const instead = take(spent.leaveBy).filter((edge) => edge !== spent)
    const again = instead.find((edge) => isSpent(edge, turns))
    if (again !== undefined) throw outOfTurns(plan, step, again)
    return { ...follow(spent.leaveBy, instead, turns, iteration), spent }
  }

  function follow(exit: string | undefined, taken: readonly PlannedEdge[], turns: Turns, iteration: number): Departure {
    const begun = taken.flatMap((edge) => (edge.loop ? [{ edge, turn: turnOf(edge, loops, turns) + 1 }] : []))
    const entered = taken.flatMap((edge) =>
      loops.filter((loop) => (turns[loop.key] ?? 0) > 0 && enters(edge, loop, loops)),
    )
    const changes = [
      ...entered.map(({ key }) => [key, 0] as const),
      ...begun.map(({ edge, turn }) => [keyOf(edge, loops), turn - 1] as const),
      ...(counts ? [[stepKey(step.id), iteration] as const] : []),
    ]
    return {
      exit,
      targets: [...new Set(taken.flatMap(({ to }) => (to === END ? [] : [to])))],
      turns: Object.fromEntries(changes),
      begun: [...entered.map(({ edge }) => ({ edge, turn: 1 })), ...begun],
    }
  }
}

/** True when an edge leads into a loop from outside, so that its turns begin anew. */
function enters(edge: PlannedEdge, loop: Loop, loops: readonly Loop[]): boolean {
  if (edge.to !== loop.edge.to || edge === loop.edge || loop.body.has(edge.from)) return false
  const other = loops.find((entry) => entry.edge === edge)
  // Loops side by side that begin at the same step are turns of one another; only one around this one enters it.
  return other === undefined || [...loop.body].every((id) => other.body.has(id))
}

function keyOf(edge: PlannedEdge, loops: readonly Loop[]): string {
  return loops.find((loop) => loop.edge === edge)?.key ?? ''
}

/** The turn that is under way: 1 for the first. */
function turnOf(edge: PlannedEdge, loops: readonly Loop[], turns: Turns): number {
  return (turns[keyOf(edge, loops)] ?? 0) + 1
}

function outOfTurns({ steps, agent }: AgentPlan, step: PlannedStep, edge: PlannedEdge): AgentError {
  const { maxTurns = 0, to } = edge
  const name = steps.find(({ id }) => id === to)?.nodeName ?? to
  const message = word(
    'The loop from "{nodeName}" back to "{name}" had all its {maxTurns} turns and did not come to an end. Let it have more, choose an exit to leave it by, or give it a way out.',
    { nodeName: step.nodeName, name, maxTurns },
  )
  const index = (agent.edges ?? []).findIndex(
    (other) => other.from === edge.from && other.exit === edge.exit && other.to === to,
  )
  return new AgentError('run.stepLimit', message, {
    stepId: step.id,
    ...(index < 0 ? {} : { detail: { detail: { maxTurns, edge: `edges[${index}]` } } }),
  })
}
