import type { AgentConfig, EdgeConfig, Position, StepConfig } from '../../config/AgentConfig.ts'
import { createStepId } from '../../config/createStepId.ts'
import { END, listEdges, START } from '../../config/listEdges.ts'
import { addAgent, createAgentId } from '../../config/operations/addAgent.ts'
import { leaveGroups } from '../../config/operations/leaveGroups.ts'
import { sameEdge } from '../../config/operations/sameEdge.ts'
import { t } from '../../language/t.ts'
import type { StepRegistry } from '../../registry/StepRegistry.ts'
import { effectiveReducer } from '../../state/effectiveReducer.ts'
import type { StateField } from '../../state/StateType.ts'
import { MESSAGES } from '../../step/conversation.ts'
import type { StepDefinition } from '../../step/StepDefinition.ts'
import { entryAt } from '../plan/entryAt.ts'
import type { Planning } from '../plan/Planning.ts'
import { takeApart } from '../plan/takeApart.ts'
import { findPiece, type Piece } from './findPiece.ts'
import type { Reshaped } from './Reshaped.ts'
import { findSharedField, type StepFields, stepFields } from './stepFields.ts'

/**
 * Makes steps an agent of the file, and puts one step that calls it in their place. The new agent is given the fields
 * that its steps read, and gives back those they write, so that a run comes to the same. Refused, with the reason, where
 * it would not.
 */
export function makeSubagent(config: AgentConfig, stepIds: readonly string[], registry: StepRegistry): Reshaped {
  const caller = findCaller(registry)
  if (caller === undefined) return { ok: false, reason: t('There is no type of step that calls an agent.') }
  const planning = takeApart(config, registry)
  const found = findPiece(planning, stepIds)
  if (!found.ok) return found
  const { piece } = found
  const fields = stepFields(planning, piece.steps)
  const reason = refuseFields(planning, piece, fields)
  if (reason !== undefined) return { ok: false, reason }
  const name = piece.steps.length === 1 ? entryAt(planning.names, piece.entry) : 'Part'
  const agentId = createAgentId(config, name)
  const bare = toInnerAgent(planning, piece, { fields, name })
  const inputs = findInputs(takeApart(bare, registry), fields)
  const withAgent = addAgent(config, agentId, withInputs(bare, inputs))
  const step: StepConfig = {
    id: createStepId(config, agentId),
    strategyType: caller.name,
    nodeName: freeName(planning.names, name, piece),
    config: caller.call.write({
      agent: agentId,
      inputs,
      outputs: [...fields.writes],
      sharesConversation: fields.speaks,
    }),
  }
  return { ok: true, config: replacePiece(withAgent, planning, { piece, step, fields }), stepIds: [step.id] }
}

type Caller = StepDefinition & Required<Pick<StepDefinition, 'call'>>

function findCaller(registry: StepRegistry): Caller | undefined {
  const definitions = registry.list().map((name) => registry.describe(name))
  return definitions.find((definition): definition is Caller => definition?.call !== undefined)
}

function refuseFields(planning: Planning, { steps }: Piece, { reads, writes }: StepFields): string | undefined {
  const shared = findSharedField(planning, steps)
  if (shared !== undefined) {
    return t('Steps that run at the same time have to do with {shared} too: what they write would come too late.', {
      shared,
    })
  }
  const { fields } = planning.stateType
  const gathered = [...writes].find((name) => {
    const field = fields[name]
    return field !== undefined && reads.has(name) && effectiveReducer(field) !== 'replace'
  })
  if (gathered === undefined) return undefined
  return t(
    'These steps add to {gathered} and may read it: as an agent they would add what was there before once more.',
    { gathered },
  )
}

interface Making {
  readonly fields: StepFields
  readonly name: string
}

function toInnerAgent(planning: Planning, piece: Piece, { fields, name }: Making): AgentConfig {
  const { config, stateType, steps } = planning
  const { description: _, edges: _edges, notes: _notes, groups: _groups, agents: _agents, tools, ...settings } = config
  const usesTools = piece.steps.some((index) => steps[index]?.enabled?.tools?.length !== 0)
  const inner = Object.entries(stateType.fields).flatMap(([field, { default: _default, input: _input, ...rest }]) =>
    fields.reads.has(field) || fields.writes.has(field) ? [[field, rest] as const] : [],
  )
  const declared = config.stateType.fields[MESSAGES]
  const messages = fields.speaks && declared !== undefined ? [[MESSAGES, declared] as const] : []
  const edges = innerEdges(planning, piece)
  const ids = piece.steps.map((index) => entryAt(config.steps, index).id)
  return {
    ...settings,
    name,
    stateType: { name: 'PartState', fields: Object.fromEntries<StateField>([...inner, ...messages]) },
    steps: piece.steps.map((index) => entryAt(config.steps, index)),
    ...(edges === undefined ? {} : { edges }),
    ...(tools === undefined || !usesTools ? {} : { tools }),
    checkpointer: null,
    layout: moveToOrigin(config.layout, ids),
  }
}

/** The fields that some step reads before the piece itself has certainly given them a value. */
function findInputs(inner: Planning, { reads }: StepFields): readonly string[] {
  return [...reads].filter((name) =>
    inner.steps.some(
      (_, index) => stepFields(inner, [index]).reads.has(name) && !inner.flow.isKnownBefore(index, name),
    ),
  )
}

function withInputs(agent: AgentConfig, inputs: readonly string[]): AgentConfig {
  const fields = Object.entries(agent.stateType.fields).map(([name, field]): [string, StateField] => [
    name,
    inputs.includes(name) ? { ...field, input: true } : field,
  ])
  return { ...agent, stateType: { ...agent.stateType, fields: Object.fromEntries(fields) } }
}

/** The edges among the steps of the piece, with its start and its ends; none where the agent is a plain chain. */
function innerEdges({ config }: Planning, { steps, entry }: Piece): readonly EdgeConfig[] | undefined {
  if (config.edges === undefined) return undefined
  const inside = new Set(steps.map((index) => entryAt(config.steps, index).id))
  const kept = config.edges.filter(({ from }) => inside.has(from))
  const edges = [
    { from: START, to: entryAt(config.steps, entry).id },
    ...kept.map((edge) => (inside.has(edge.to) ? edge : { ...edge, to: END })),
  ]
  return edges.filter((edge, index) => edges.findIndex((other) => sameEdge(other, edge)) === index)
}

interface Replacing {
  readonly piece: Piece
  readonly step: StepConfig
  readonly fields: StepFields
}

function replacePiece(withAgent: AgentConfig, { config }: Planning, { piece, step, fields }: Replacing): AgentConfig {
  const inside = new Set(piece.steps.map((index) => entryAt(config.steps, index).id))
  const at = entryAt(piece.steps, 0)
  const steps = withAgent.steps.filter(({ id }) => !inside.has(id))
  const places = [...inside].flatMap((id): readonly Position[] => {
    const place = config.layout[id]
    return place === undefined ? [] : [place]
  })
  const layout = Object.fromEntries(Object.entries(config.layout).filter(([id]) => !inside.has(id)))
  const { [MESSAGES]: declared } = config.stateType.fields
  const speaks = fields.speaks && declared === undefined
  return {
    ...leaveGroups(withAgent, inside),
    steps: steps.toSpliced(at, 0, step),
    ...(config.edges === undefined ? {} : { edges: outerEdges(config, inside, step.id) }),
    layout: places.length === 0 ? layout : { ...layout, [step.id]: centreOf(places) },
    // Steps that spoke had the conversation added; a step that calls an agent has not.
    ...(speaks
      ? { stateType: { ...config.stateType, fields: { ...config.stateType.fields, [MESSAGES]: { type: 'messages' } } } }
      : {}),
  }
}

function outerEdges(config: AgentConfig, inside: ReadonlySet<string>, stepId: string): readonly EdgeConfig[] {
  const edges = listEdges(config).flatMap((edge): readonly EdgeConfig[] => {
    const { from, to } = edge
    if (!inside.has(from)) return [inside.has(to) ? { ...edge, to: stepId } : edge]
    return inside.has(to) ? [] : [{ from: stepId, to }]
  })
  return edges.filter((edge, index) => edges.findIndex((other) => sameEdge(other, edge)) === index)
}

function centreOf(places: readonly Position[]): Position {
  const middle = (values: readonly number[]) => Math.round((Math.min(...values) + Math.max(...values)) / 2)
  return [middle(places.map(([x]) => x)), middle(places.map(([, y]) => y))]
}

/** The places of steps, the top left one at 0, 0. */
function moveToOrigin(layout: AgentConfig['layout'], ids: readonly string[]): AgentConfig['layout'] {
  const places = ids.flatMap((id): [string, Position][] => {
    const place = layout[id]
    return place === undefined ? [] : [[id, place]]
  })
  const left = Math.min(...places.map(([, [x]]) => x))
  const top = Math.min(...places.map(([, [, y]]) => y))
  return Object.fromEntries(places.map(([id, [x, y]]) => [id, [x - left, y - top]]))
}

/** A name that no step outside of the piece has. */
function freeName(names: readonly string[], wish: string, { steps }: Piece): string {
  const taken = new Set(names.filter((_, index) => !steps.includes(index)))
  let name = wish
  for (let count = 2; taken.has(name); count += 1) name = `${wish} ${count}`
  return name
}
