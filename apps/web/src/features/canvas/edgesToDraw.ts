import {
  type AgentConfig,
  type EdgeConfig,
  ERROR_EXIT,
  type StepConfig,
  type StepPorts,
  takesEdge,
} from '@petal/core/model'
import type { StepFactsSource } from '../../editor/createStepFacts.ts'
import { edgeId } from '../../editor/edgeId.ts'
import { edgesByStart, loopEdges } from '../../editor/loopEdges.ts'
import { edgesOfAgent, indexSteps } from '../../editor/selectors.ts'
import { anyExit, inputHandle } from './cardGeometry.ts'

/**
 * `loop` leads back to an earlier step. `open` is an exit of several that leads nowhere, and may have been forgotten.
 * `broken` leaves by an exit, or goes to a step, that is not there.
 */
export type EdgeKind = 'plain' | 'loop' | 'open' | 'broken'

/** An edge as it is drawn. */
export interface DrawnEdge {
  readonly id: string
  readonly edge: EdgeConfig
  readonly kind: EdgeKind
  readonly sourceHandle: string
  readonly targetHandle: string
  /** The name of the exit, for steps that have several. */
  readonly label: string | undefined
  /** No edge of the agent: where a branch ends because nothing follows. There is nothing to choose or to remove. */
  readonly isEnding: boolean
  /** The step is disabled, and never left by this exit. */
  readonly isOff: boolean
}

/** The edges of an agent as they are drawn, with the endings that follow from what is left unconnected. */
export function edgesToDraw(agent: AgentConfig, facts: StepFactsSource): readonly DrawnEdge[] {
  const edges = edgesOfAgent(agent)
  const steps = indexSteps(agent)
  const loops = loopEdges(edges)
  const portsOf = (id: string): StepPorts | undefined => {
    const step = steps.get(id)
    return step && facts.of(step).ports
  }
  const drawn = edges.flatMap((edge) => drawEdge(edge, portsOf(edge.from), steps.has(edge.to), loops))
  return [...drawn, ...endings(agent, edges, portsOf)].map((one) => ({ ...one, isOff: isOff(one.edge, steps, facts) }))
}

type Drawing = Omit<DrawnEdge, 'isOff'>

function isOff({ from, exit }: EdgeConfig, steps: ReadonlyMap<string, StepConfig>, facts: StepFactsSource): boolean {
  const step = steps.get(from)
  if (!step?.disabled || exit === undefined) return false
  const { ports, passBy } = facts.of(step)
  const [only, ...others] = ports.outputs.filter(({ id }) => id !== ERROR_EXIT)
  return exit !== (others.length === 0 ? only?.id : passBy)
}

function drawEdge(
  edge: EdgeConfig,
  ports: StepPorts | undefined,
  targetExists: boolean,
  loops: ReadonlySet<string>,
): Drawing[] {
  if (edge.from !== 'START' && !ports) return []
  if (edge.to !== 'END' && !targetExists) return []
  const id = edgeId(edge)
  const exit = exitOf(edge, ports)
  const kind: EdgeKind = exit.known ? (loops.has(id) ? 'loop' : 'plain') : 'broken'
  return [{ id, edge, kind, sourceHandle: exit.handle, targetHandle: inputHandle, label: exit.label, isEnding: false }]
}

function exitOf(
  edge: EdgeConfig,
  ports: StepPorts | undefined,
): { handle: string; label: string | undefined; known: boolean } {
  const outputs = ports?.outputs ?? []
  const port = outputs.find((output) => output.id === edge.exit)
  if (port && outputs.length > 1) return { handle: port.id, label: port.label, known: true }
  // The exit for errors is taken only by edges that name it.
  const ordinary = outputs.filter(({ id }) => id !== ERROR_EXIT)
  const only = ordinary.length === 1 ? ordinary[0] : undefined
  const label = outputs.length > 1 ? only?.label : undefined
  if (only) return { handle: only.id, label, known: edge.exit === undefined || port !== undefined }
  return { handle: anyExit, label: edge.exit, known: edge.exit === undefined }
}

/** The ends of branches: exits of reachable steps from which nothing leads on. */
function endings(
  agent: AgentConfig,
  edges: readonly EdgeConfig[],
  portsOf: (id: string) => StepPorts | undefined,
): readonly Drawing[] {
  const out = edgesByStart(edges)
  const reached = reachable(out)
  return agent.steps.flatMap(({ id }) => {
    const ports = reached.has(id) ? portsOf(id) : undefined
    if (!ports) return []
    const taken = out.get(id) ?? []
    return ports.outputs.length > 1
      ? ports.outputs
          .filter((port) => !taken.some((edge) => takesEdge(edge, port.id)))
          .map((port) => ending(id, port.id, port.label))
      : taken.length === 0
        ? [ending(id, undefined, undefined, ports.outputs[0]?.id)]
        : []
  })
}

function ending(from: string, exit: string | undefined, label: string | undefined, handle?: string): Drawing {
  const edge: EdgeConfig = exit === undefined ? { from, to: 'END' } : { from, exit, to: 'END' }
  return {
    id: edgeId(edge),
    edge,
    // A step with one exit ends the same way whether an edge says so or not.
    kind: exit === undefined ? 'plain' : 'open',
    isEnding: true,
    sourceHandle: exit ?? handle ?? anyExit,
    targetHandle: inputHandle,
    label,
  }
}

function reachable(out: ReadonlyMap<string, readonly EdgeConfig[]>): ReadonlySet<string> {
  const reached = new Set(['START'])
  const waiting = ['START']
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const { to } of out.get(id) ?? []) {
      if (reached.has(to)) continue
      reached.add(to)
      waiting.push(to)
    }
  }
  return reached
}
