import { type AgentDifference, type DifferencePart, differenceParts } from '@petal/core/model'
import { msg, t } from '@petal/ui/language'

/** One thing that differs, with everything that differs in it. */
export interface ChangedThing {
  readonly key: string
  readonly kind: 'added' | 'removed' | 'changed' | 'moved'
  readonly name: string
  /** The agent of the file it is in. */
  readonly agentId?: string
  readonly differences: readonly AgentDifference[]
}

/** The things of one sort. */
export interface ChangedGroup {
  readonly part: DifferencePart
  readonly title: string
  readonly things: readonly ChangedThing[]
}

const titles: Readonly<Record<DifferencePart, string>> = {
  setting: msg('Settings of the agent'),
  field: msg('State'),
  tool: msg('Tools'),
  step: msg('Steps'),
  edge: msg('Connections'),
  note: msg('Notes'),
  group: msg('Groups'),
  agent: msg('Agents in the file'),
}

/** Differences under headings, all of one thing together. What was only moved on the canvas stands last. */
export function groupDifferences(differences: readonly AgentDifference[]): readonly ChangedGroup[] {
  return differenceParts.flatMap((part) => {
    const things = toThings(differences.filter((difference) => difference.part === part))
    if (things.length === 0) return []
    const [moved, others] = [things.filter(isMoved), things.filter((thing) => !isMoved(thing))]
    return [{ part, title: t(titles[part]), things: [...others, ...moved] }]
  })
}

function isMoved({ kind }: ChangedThing): boolean {
  return kind === 'moved'
}

function toThings(differences: readonly AgentDifference[]): readonly ChangedThing[] {
  const byKey = new Map<string, AgentDifference[]>()
  for (const difference of differences) {
    const key = JSON.stringify([difference.agentId ?? '', difference.id])
    byKey.set(key, [...(byKey.get(key) ?? []), difference])
  }
  return [...byKey].flatMap(([key, own]) => {
    const [first] = own
    if (first === undefined) return []
    const { name, agentId } = first
    return [{ key, kind: kindOf(own), name, ...(agentId === undefined ? {} : { agentId }), differences: own }]
  })
}

function kindOf(differences: readonly AgentDifference[]): ChangedThing['kind'] {
  if (differences.every(({ kind }) => kind === 'moved')) return 'moved'
  const [first] = differences
  const whole = differences.length === 1 && first?.setting.length === 0 ? first.kind : undefined
  return whole === 'added' || whole === 'removed' ? whole : 'changed'
}
