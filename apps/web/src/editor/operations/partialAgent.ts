import {
  type AgentConfig,
  createFreeId,
  type EdgeConfig,
  edgeConfigSchema,
  type Json,
  type Position,
  parseJson,
  type StepConfig,
  stepConfigSchema,
} from '@petal/core/model'
import type { AgentDocument } from '../AgentDocument.ts'
import type { StepFactsSource } from '../createStepFacts.ts'
import type { Selection } from '../EditorState.ts'
import { freeNameAmong } from '../freeName.ts'
import { listNotes, type Note } from '../notes.ts'
import { edgesOfAgent } from '../selectors.ts'
import { materialiseEdges } from './materialiseEdges.ts'

/** Some steps with the edges between them, as the clipboard carries them from tab to tab. */
export interface PartialAgent {
  readonly steps: readonly StepConfig[]
  readonly edges: readonly EdgeConfig[]
  readonly layout: Readonly<Record<string, Position>>
  /** The groups of which all steps are among these. */
  readonly groups?: NonNullable<AgentConfig['groups']>
  /** The notes of these groups, and those that were selected with the steps. */
  readonly notes?: NonNullable<AgentConfig['notes']>
}

/** Copies steps out of a document, with notes; undefined when there is none of the steps. */
export function copySteps(
  document: AgentDocument,
  { stepIds, noteIds }: Pick<Selection, 'stepIds' | 'noteIds'>,
): PartialAgent | undefined {
  const wanted = new Set(stepIds)
  const steps = document.agent.steps.filter((step) => wanted.has(step.id))
  if (steps.length === 0) return undefined
  const edges = edgesOfAgent(document.agent).filter((edge) => wanted.has(edge.from) && wanted.has(edge.to))
  const places = steps.map((step): [string, Position] => [step.id, document.layout[step.id] ?? [0, 0]])
  const known = new Set(listNotes(document.agent).map(({ id }) => id))
  const groups = groupsOf(document.agent, {
    step: (id) => (wanted.has(id) ? id : undefined),
    note: (id) => (known.has(id) ? id : undefined),
  })
  const notes = notesOf(document.agent, new Set([...noteIds, ...groups.flatMap((group) => group.notes)]))
  return { steps, edges, layout: Object.fromEntries(places), groups, notes }
}

/** What steps and notes are called; undefined for those that are not taken along. */
interface Names {
  step(id: string): string | undefined
  note(id: string): string | undefined
}

/** The groups whose steps all have another name, under these names and with ids to come. */
function groupsOf({ groups = [] }: Pick<PartialAgent, 'groups'>, { step, note }: Names) {
  return groups.flatMap(({ id: _id, notes, steps, ...look }) => {
    const names = listOf(steps).map((id) => (typeof id === 'string' ? step(id) : undefined))
    const known = names.filter((name) => name !== undefined)
    const isWhole = known.length > 0 && known.length === names.length
    return isWhole
      ? [
          {
            ...look,
            steps: known,
            notes: listOf(notes).flatMap((id) => (typeof id === 'string' ? (note(id) ?? []) : [])),
          },
        ]
      : []
  })
}

function notesOf(agent: AgentConfig, ids: ReadonlySet<string>): NonNullable<AgentConfig['notes']> {
  const { notes: raw = [] } = agent
  return listNotes(agent).flatMap(({ id }, index) => (ids.has(id) ? [{ ...raw[index], id }] : []))
}

/**
 * Adds copied steps under new ids and free names, their top left corner at `at`, and the notes as they lay to them. Gives
 * the new document and the new ids.
 */
export function pasteSteps(
  document: AgentDocument,
  facts: StepFactsSource,
  part: PartialAgent,
  at: Position,
): { readonly document: AgentDocument; readonly stepIds: readonly string[]; readonly noteIds: readonly string[] } {
  const ids = freshIds(document.agent, part.steps)
  const fresh = (id: string) => ids.get(id) ?? id
  const places = Object.values(part.layout)
  const left = Math.min(...places.map(([x]) => x))
  const top = Math.min(...places.map(([, y]) => y))
  const layout = part.steps.map(({ id }): [string, Position] => {
    const [x, y] = part.layout[id] ?? [left, top]
    return [fresh(id), [Math.round(at[0] + x - left), Math.round(at[1] + y - top)]]
  })
  const isFirst = document.agent.steps.length === 0
  const agent = materialiseEdges(document.agent, facts)
  const edges = part.edges.map((edge) => ({ ...edge, from: fresh(edge.from), to: fresh(edge.to) }))
  const [root] = part.steps
  const start = isFirst && root ? [{ from: 'START', to: fresh(root.id) }] : []
  const fromPart = listNotes({ ...document.agent, notes: part.notes ?? [] })
  const noteIds = freshNoteIds(agent, fromPart)
  const notes = fromPart.map(({ id, position: [x, y] }, index) => ({
    ...part.notes?.[index],
    id: noteIds.get(id) ?? id,
    position: [Math.round(at[0] + x - left), Math.round(at[1] + y - top)],
  }))
  const names = { step: (id: string) => ids.get(id), note: (id: string) => noteIds.get(id) }
  const groups = [...(agent.groups ?? []), ...groupsOf(part, names)]
  return {
    stepIds: part.steps.map((step) => fresh(step.id)),
    noteIds: [...noteIds.values()],
    document: {
      ...document,
      agent: {
        ...agent,
        steps: [...agent.steps, ...withFreeNames(agent, part.steps).map((step) => ({ ...step, id: fresh(step.id) }))],
        edges: [...(agent.edges ?? []), ...start, ...edges],
        ...(groups.length === 0 ? {} : { groups }),
        ...(notes.length === 0 ? {} : { notes: [...(agent.notes ?? []), ...notes] }),
      },
      layout: { ...document.layout, ...Object.fromEntries(layout) },
    },
  }
}

const marker = 'petal-steps'

/** The clipboard's text for copied steps. */
export function writeSteps(part: PartialAgent): string {
  return JSON.stringify({ kind: marker, ...part }, null, 2)
}

/** Reads what `writeSteps` wrote; undefined for any other text. It is data from anywhere: every part is checked. */
export function readSteps(text: string): PartialAgent | undefined {
  if (!text.includes(marker)) return undefined
  try {
    const value = parseJson(text)
    if (!isRecord(value) || value.kind !== marker) return undefined
    const steps = listOf(value.steps).flatMap(toStep)
    return steps.length === 0
      ? undefined
      : {
          steps,
          edges: listOf(value.edges).flatMap(toEdge),
          layout: toLayout(value.layout),
          groups: listOf(value.groups).filter(isRecord),
          notes: listOf(value.notes).filter(isRecord),
        }
  } catch {
    return undefined
  }
}

function freshIds(agent: AgentConfig, steps: readonly StepConfig[]): ReadonlyMap<string, string> {
  const taken = new Set(agent.steps.map((step) => step.id))
  const ids = new Map<string, string>()
  for (const { id } of steps) {
    const next = createFreeId(taken, id)
    taken.add(next)
    ids.set(id, next)
  }
  return ids
}

function freshNoteIds(agent: AgentConfig, notes: readonly Note[]): ReadonlyMap<string, string> {
  const taken = new Set(listNotes(agent).map(({ id }) => id))
  const ids = new Map<string, string>()
  for (const { id } of notes) {
    const next = createFreeId(taken, id)
    taken.add(next)
    ids.set(id, next)
  }
  return ids
}

/** The steps under names that no step has yet: two of one name cannot run. */
function withFreeNames(agent: AgentConfig, steps: readonly StepConfig[]): readonly StepConfig[] {
  const taken = new Set(agent.steps.map(({ nodeName }) => nodeName))
  return steps.map((step) => {
    if (step.nodeName === undefined) return step
    const nodeName = freeNameAmong(taken, step.nodeName)
    taken.add(nodeName)
    return nodeName === step.nodeName ? step : { ...step, nodeName }
  })
}

type JsonRecord = Readonly<Record<string, Json>>

function isRecord(value: Json | undefined): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

function toStep(value: Json): StepConfig[] {
  const step = stepConfigSchema.safeParse(value)
  return step.success ? [step.data] : []
}

function toEdge(value: Json): EdgeConfig[] {
  const edge = edgeConfigSchema.safeParse(value)
  return edge.success ? [edge.data] : []
}

function toLayout(value: Json | undefined): Readonly<Record<string, Position>> {
  if (!isRecord(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, place]): [string, Position][] => {
      const [x, y] = listOf(place)
      return typeof x === 'number' && typeof y === 'number' ? [[id, [x, y]]] : []
    }),
  )
}
