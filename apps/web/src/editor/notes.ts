import { type AgentConfig, type Json, leaveGroups, type Position } from '@petal/core/model'
import { withinReach } from './placeSteps.ts'

/** A remark on the canvas. In the file one of `notes`: `{ id, text, position: [x, y], size: [width, height], colour }`. */
export interface Note {
  readonly id: string
  /** Markdown. */
  readonly text: string
  /** Its upper left corner, in canvas units. */
  readonly position: Position
  /** Width and height, in canvas units. */
  readonly size: readonly [number, number]
  readonly colour: NoteColour
}

export const noteColours = ['yellow', 'green', 'blue', 'pink', 'grey'] as const
export type NoteColour = (typeof noteColours)[number]

/** The size of a new note, and the least that one can be made. */
export const noteSize: Note['size'] = [240, 140]
export const leastNoteSize: Note['size'] = [120, 60]
const largest = 10_000

type RawNote = NonNullable<AgentConfig['notes']>[number]

const none: readonly Note[] = []
const read = new WeakMap<NonNullable<AgentConfig['notes']>, readonly Note[]>()

/** The notes of an agent, whatever wrote them: what one does not say is as in a new one. The same list for the same agent. */
export function listNotes({ notes }: AgentConfig): readonly Note[] {
  if (notes === undefined) return none
  const known = read.get(notes) ?? withOwnIds(notes.map(readNote))
  read.set(notes, known)
  return known
}

/** An id that an earlier note has, too, gives way to a free one. */
function withOwnIds(notes: readonly Note[]): readonly Note[] {
  const taken = new Set<string>()
  const given = new Set(notes.map(({ id }) => id))
  return notes.map((note) => {
    let { id } = note
    for (let count = 2; taken.has(id); count += 1) {
      const next = `${note.id}-${count}`
      if (!given.has(next)) id = next
    }
    taken.add(id)
    return id === note.id ? note : { ...note, id }
  })
}

export function addNote(agent: AgentConfig, note: Note): AgentConfig {
  return { ...agent, notes: [...(agent.notes ?? []), toJson(note)] }
}

/** Changes notes by their ids. What else stands in one of them stays; what changes nothing gives the same agent. */
export function changeNotes(agent: AgentConfig, changes: ReadonlyMap<string, Partial<Note>>): AgentConfig {
  const notes = listNotes(agent)
  const isChanged = (note: Note) => differs(note, changes.get(note.id) ?? {})
  if (!notes.some(isChanged)) return agent
  const changed = (agent.notes ?? []).map((raw, index) => {
    const note = notes[index]
    // From now on it is called so, wherever in the list it stands.
    return note && isChanged(note) ? { ...raw, id: note.id, ...toJson(changes.get(note.id) ?? {}) } : raw
  })
  return { ...agent, notes: changed }
}

export function removeNotes(agent: AgentConfig, ids: readonly string[]): AgentConfig {
  const notes = listNotes(agent)
  const doomed = notes.filter(({ id }) => ids.includes(id))
  if (doomed.length === 0) return agent
  const { notes: raw = [], ...rest } = agent
  const left = raw.filter((_, index) => !ids.includes(notes[index]?.id ?? ''))
  const without = leaveGroups(rest, new Set(doomed.map(({ id }) => id)), 'notes')
  return left.length === 0 ? without : { ...without, notes: left }
}

/** An id that no note of the agent has. */
export function freeNoteId(agent: AgentConfig): string {
  const taken = new Set(listNotes(agent).map(({ id }) => id))
  let count = taken.size + 1
  while (taken.has(`note-${count}`)) count += 1
  return `note-${count}`
}

function differs(note: Note, change: Partial<Note>): boolean {
  return JSON.stringify({ ...note, ...change }) !== JSON.stringify(note)
}

function readNote(raw: RawNote, index: number): Note {
  const { id, text, position, size, colour } = raw
  const [width, height] = readPair(size) ?? noteSize
  return {
    id: typeof id === 'string' && id !== '' ? id : `note-${index + 1}`,
    text: typeof text === 'string' ? text : '',
    position: withinReach(readPair(position) ?? [0, 0]),
    size: [between(leastNoteSize[0], width), between(leastNoteSize[1], height)],
    colour: noteColours.find((known) => known === colour) ?? 'yellow',
  }
}

function between(least: number, value: number): number {
  return Math.min(largest, Math.max(least, value))
}

function readPair(value: Json | undefined): readonly [number, number] | undefined {
  if (!Array.isArray(value)) return undefined
  const [first, second]: readonly Json[] = value
  return typeof first === 'number' && typeof second === 'number' ? [first, second] : undefined
}

function toJson({ position, size, ...words }: Partial<Note>): RawNote {
  return {
    ...words,
    ...(position === undefined ? {} : { position: [Math.round(position[0]), Math.round(position[1])] }),
    ...(size === undefined ? {} : { size: size.map(Math.round) }),
  }
}
