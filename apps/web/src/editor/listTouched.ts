import type { Position, StepConfig } from '@petal/core/model'
import type { AgentDocument, Places } from './AgentDocument.ts'
import { indexSteps } from './selectors.ts'
import { listChanged } from './trail.ts'

/** A step before and after a change: one that came was not there before, one that went is not there after. */
interface TouchedStep {
  readonly was?: StepConfig | undefined
  readonly is?: StepConfig | undefined
}

/**
 * The steps a change is about, in any agent of the file: those that came or went, or else those whose settings differ, or
 * else those that were moved. What makes room for a new step is not what the change is about.
 */
export function listTouched(before: AgentDocument, after: AgentDocument): readonly TouchedStep[] {
  const agents = listChanged(before, after)
  for (const isAbout of [cameOrWent, differs, moved]) {
    const touched = agents.flatMap((agentId) => touchedIn(partOf(before, agentId), partOf(after, agentId), isAbout))
    if (touched.length > 0) return touched
  }
  return []
}

interface Part {
  readonly agent: AgentDocument['agent'] | undefined
  readonly layout: Places
}

type IsAbout = (step: TouchedStep, places: readonly [Places, Places]) => boolean

const cameOrWent: IsAbout = ({ was, is }) => was === undefined || is === undefined
const differs: IsAbout = ({ was, is }) => was !== is
const moved: IsAbout = ({ is }, [before, after]) => is !== undefined && !isSamePlace(before[is.id], after[is.id])

/** By what it says: what moves some cards may write the places of all anew. */
function isSamePlace(a: Position | undefined, b: Position | undefined): boolean {
  return (
    a === b ||
    (a !== undefined && b !== undefined && a.every((part, index) => part === b[index]) && a.length === b.length)
  )
}

function touchedIn(before: Part, after: Part, isAbout: IsAbout): readonly TouchedStep[] {
  const old = before.agent && indexSteps(before.agent)
  const now = after.agent && indexSteps(after.agent)
  const ids = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])
  const steps = [...ids].map((id): TouchedStep => ({ was: old?.get(id), is: now?.get(id) }))
  return steps.filter((step) => isAbout(step, [before.layout, after.layout]))
}

const nowhere: Places = {}

function partOf({ agent, layout, layouts }: AgentDocument, agentId: string | undefined): Part {
  return agentId === undefined
    ? { agent, layout }
    : { agent: agent.agents?.[agentId], layout: layouts[agentId] ?? nowhere }
}
