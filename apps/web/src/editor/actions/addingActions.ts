import type { AgentConfig, EdgeConfig, Position, StepConfig, StepPorts } from '@petal/core/model'
import { msg, t } from '@petal/ui/language'
import { cardBoxes } from '../cardBoxes.ts'
import { type Box, cardSize } from '../cardSize.ts'
import { edgeId } from '../edgeId.ts'
import { freeName } from '../freeName.ts'
import { freePlace } from '../freePlace.ts'
import { label } from '../label.ts'
import { nearestFreePlace } from '../nearestFreePlace.ts'
import { connectStep, rewireEdge } from '../operations/connectStep.ts'
import {
  type Inserted,
  insertStep,
  insertStepAfter,
  insertStepOnEdge,
  leadToEnd,
  type NewStep,
} from '../operations/insertStep.ts'
import { columnWidth } from '../placeSteps.ts'
import { edgesOfAgent, indexSteps, selectDocument, selectSelection } from '../selectors.ts'
import { type StepSurroundings, starterSettings } from '../starterSettings.ts'
import { freeExit, nearestSource, onlyWayOn, suggestConnection } from '../suggestConnection.ts'
import type { EditorTools } from './EditorTools.ts'

/** Where a new step goes: a place, and what it hangs on. */
export interface AddStepOptions {
  /** Where it is wanted: another card there makes it stand beside. */
  readonly at?: Position
  /** The edge to splice it into. */
  readonly onEdge?: EdgeConfig
  /** Edges that are led to it as well. */
  readonly andFrom?: readonly EdgeConfig[]
  /** The exit to connect it to. */
  readonly after?: { readonly stepId: string; readonly exit?: string }
  /** The step it leads to; may go with `after`. */
  readonly before?: string
}

/**
 * Adding steps. Each way selects the step, brings it into view, and asks for the focus in what must be filled in, or in
 * its row while the outline is in hand.
 */
export function addingActions(tools: EditorTools) {
  const { store, history, session, registry, facts } = tools
  const add = (strategyType: string, options: AddStepOptions, findPlace: FindPlace): string | undefined => {
    const title = t(registry.describe(strategyType)?.title ?? strategyType)
    const inserted = planInsertion(tools, { strategyType, findPlace, ...options })
    if (!history.commit(label(msg('Add {title}'), { title }), () => inserted.document, 'record')) return undefined
    reveal(tools, inserted.stepId)
    session.announce(t('Added {title}', { title }))
    return inserted.stepId
  }
  const leadOn = (agent: AgentConfig, edge: EdgeConfig) => leadToEnd(connectStep(agent, facts, edge), facts, edge.to)
  return {
    /**
     * Adds a step where it is dropped. Gives its id; nothing when the agent may not be changed. A sensible connection
     * is offered, never made silently.
     */
    addStep: (strategyType: string, options: AddStepOptions = {}): string | undefined => {
      const stepId = add(strategyType, options, options.at === undefined ? freePlace : nearestFreePlace)
      const isLoose = !options.onEdge && !options.after && !options.before
      if (isLoose && stepId !== undefined) offer(tools, stepId)
      return stepId
    },
    /**
     * Adds a step beside the selection, or behind the last step; before it where that one says what the agent gives back.
     * It is connected where an exit is free; behind a selected step with a single way on it is put into that. Gives its id.
     */
    addStepBeside: (strategyType: string): string | undefined => {
      const document = selectDocument(store.getState())
      const selected = selectSelection(store.getState()).stepIds.at(-1)
      const last = lastStep(document.agent)
      const before = selected === undefined ? beforeOutput(tools, strategyType, last) : undefined
      if (before !== undefined) return add(strategyType, before, freePlace)
      const beside = selected ?? last?.id
      const at = beside === undefined ? undefined : document.layout[beside]
      return add(
        strategyType,
        { at: at ? [at[0] + columnWidth, at[1]] : [0, 0], ...hangOn(tools, strategyType, { beside, selected }) },
        freePlace,
      )
    },
    /** Makes the connection that is offered. */
    acceptSuggestion: (): void => {
      const { suggestion } = store.getState().session
      if (!suggestion) return
      const changed = history.edit(msg('Connect steps'), (agent) => leadOn(agent, suggestion), 'record')
      if (changed) session.announce(t('Connected {from} to {to}', { from: suggestion.from, to: suggestion.to }))
    },
  }
}

/** The way of a step to the front of the last one, when that is an output and the new one is none. */
function beforeOutput(
  { store, facts }: EditorTools,
  strategyType: string,
  last: StepConfig | undefined,
): AddStepOptions | undefined {
  const { agent, layout } = selectDocument(store.getState())
  const { category, ports } = facts.of({ id: 'new', strategyType, config: {} })
  if (last === undefined || facts.of(last).category !== 'output') return undefined
  if (category === 'output' || ports.outputs.length === 0) return undefined
  const [onEdge, ...andFrom] = edgesOfAgent(agent).filter((edge) => edge.to === last.id)
  const at = layout[last.id]
  return onEdge && { onEdge, andFrom, ...(at === undefined ? {} : { at: [at[0], at[1]] }) }
}

/** The last step from which nothing goes on; of an agent that ends nowhere, the last one. */
function lastStep(agent: AgentConfig): StepConfig | undefined {
  const leading = new Set(edgesOfAgent(agent).flatMap(({ from, to }) => (to === 'END' ? [] : [from])))
  return agent.steps.findLast(({ id }) => !leading.has(id)) ?? agent.steps.at(-1)
}

/** What a step that is added beside another one hangs on. */
function hangOn(
  { store, facts }: EditorTools,
  strategyType: string,
  { beside, selected }: { readonly beside: string | undefined; readonly selected: string | undefined },
): Pick<AddStepOptions, 'after' | 'onEdge'> {
  const document = selectDocument(store.getState())
  const exit = beside === undefined ? undefined : freeExit(document, facts, beside)
  if (exit) return { after: { stepId: exit.from, ...(exit.exit === undefined ? {} : { exit: exit.exit }) } }
  const goesOn = facts.of({ id: 'new', strategyType, config: {} }).ports.outputs.length > 0
  const way = selected === undefined || !goesOn ? undefined : onlyWayOn(document, selected)
  return way ? { onEdge: way } : {}
}

/** Offers the one sensible connection to a new step, if there is one, and says by which keys it is answered. */
function offer({ store, facts, session }: EditorTools, stepId: string): void {
  const document = selectDocument(store.getState())
  const suggestion = suggestConnection(document, facts, stepId)
  if (!suggestion) return
  session.suggest(suggestion)
  const steps = indexSteps(document.agent)
  const [from, to] = [suggestion.from, suggestion.to].map((id) => steps.get(id)?.nodeName ?? id)
  session.announce(t('Added {to}. Tab connects {from} to it, Escape leaves it unconnected', { to, from }))
}

type FindPlace = (taken: readonly Box[], wanted: Box) => Position

interface Insertion extends AddStepOptions {
  readonly strategyType: string
  readonly findPlace: FindPlace
}

function planInsertion(tools: EditorTools, { strategyType, findPlace, ...options }: Insertion): Inserted {
  const { store, facts } = tools
  const document = selectDocument(store.getState())
  const { at = [0, 0], onEdge, andFrom = [], after, before } = options
  const follows = onEdge?.from ?? after?.stepId
  const near = follows ?? nearestSource(document, facts, at)?.from
  const wish = newStep(tools, { strategyType, at: wholeUnits(at) }, { agent: document.agent, follows, near })
  if (onEdge) return standClear(tools, leadTo(tools, insertStepOnEdge(document, facts, onEdge, wish), andFrom))
  const step = { ...wish, at: findPlace(cardBoxes(document.agent.steps, document.layout, facts), boxOf(wish)) }
  const from = after && (after.exit === undefined ? { from: after.stepId } : { from: after.stepId, exit: after.exit })
  const inserted = from ? insertStepAfter(document, facts, from, step) : insertStep(document, facts, step)
  if (before === undefined) return inserted
  const [exit] = step.exits
  const way = exit === undefined ? { from: inserted.stepId, to: before } : { from: inserted.stepId, exit, to: before }
  return { ...inserted, document: { ...inserted.document, agent: connectStep(inserted.document.agent, facts, way) } }
}

function leadTo({ facts }: EditorTools, { document, stepId }: Inserted, edges: readonly EdgeConfig[]): Inserted {
  const agent = edges.reduce(
    (rewired, edge) => rewireEdge(rewired, facts, edgeId(edge), { ...edge, to: stepId }),
    document.agent,
  )
  return { stepId, document: { ...document, agent } }
}

/** What is put into an edge may stand where another card does, which made no room for it. */
function standClear({ facts }: EditorTools, { document, stepId }: Inserted): Inserted {
  const { agent, layout } = document
  const isNew = (step: StepConfig) => step.id === stepId
  const [own] = cardBoxes(agent.steps.filter(isNew), layout, facts)
  const others = agent.steps.filter((step) => !isNew(step))
  const place = own && freePlace(cardBoxes(others, layout, facts), own)
  return { stepId, document: place ? { ...document, layout: { ...layout, [stepId]: place } } : document }
}

function newStep(
  tools: EditorTools,
  { strategyType, at }: Pick<NewStep, 'strategyType' | 'at'>,
  surroundings: StepSurroundings,
): NewStep {
  const { registry, facts } = tools
  const { agent } = surroundings
  const definition = registry.describe(strategyType)
  const config = definition ? starterSettings(tools, definition, surroundings) : {}
  const { ports, writes } = facts.of({ id: 'new', strategyType, config })
  const nodeName = freeName(agent, t(definition?.title ?? strategyType))
  return { strategyType, nodeName, at, config, writes, exits: namedExits(ports) }
}

function boxOf({ at: [x, y], exits }: NewStep): Box {
  return { x, y, ...cardSize({ outputs: exits.map((id) => ({ id, label: id })) }) }
}

/** The pointer stands between units where the canvas is zoomed; the file has whole ones. */
function wholeUnits([x, y]: Position): Position {
  return [Math.round(x), Math.round(y)]
}

function namedExits({ outputs }: StepPorts): readonly string[] {
  return outputs.length > 1 ? outputs.map((port) => port.id) : []
}

function reveal({ store, session }: EditorTools, stepId: string): void {
  const { agent } = selectDocument(store.getState())
  // Whoever goes from row to row goes on there: Enter leads into the form.
  if (store.getState().session.outlineInHand) session.select({ stepIds: [stepId] })
  else session.focusForm(stepId)
  session.markAdded(indexSteps(agent).get(stepId))
  session.askCanvas('reveal', withStart(agent, stepId))
}

/** The start moves with the first step, so the two are shown together. */
function withStart(agent: AgentConfig, stepId: string): readonly string[] {
  const isFirst = edgesOfAgent(agent).some((edge) => edge.from === 'START' && edge.to === stepId)
  return isFirst ? ['START', stepId] : [stepId]
}
