import { equalJson } from '../../expressions/equalJson.ts'
import type { Json } from '../../json/Json.ts'
import { t } from '../../language/t.ts'
import { effectiveReducer } from '../../state/effectiveReducer.ts'
import type { StateField } from '../../state/StateType.ts'
import type { AgentCall } from '../../step/StepDefinition.ts'
import { entryAt } from '../plan/entryAt.ts'
import type { Planning } from '../plan/Planning.ts'
import { findSharedField, stepFields } from './stepFields.ts'

interface CallPlace {
  readonly index: number
  readonly call: AgentCall
}

/** Why a run would come to something else if the called agent's steps stood in the caller; undefined when it would not. */
export function findDifference(outer: Planning, inner: Planning, place: CallPlace): string | undefined {
  if (inner.analysis.graph.starts.length === 0) return t('The agent it calls has no steps yet.')
  const shared = findSharedField(outer, [place.index])
  if (shared !== undefined) return t('Steps that run at the same time have to do with {shared} too.', { shared })
  return findOtherSettings(outer, inner, place.call) ?? findOtherField(outer, inner, place)
}

function findOtherSettings(outer: Planning, inner: Planning, { sharesConversation }: AgentCall): string | undefined {
  const { speaks } = stepFields(inner, allOf(inner))
  const same = (name: 'llmConfig' | 'memory') => equalJson(toJson(outer.config[name]), toJson(inner.config[name]))
  if (speaks && !sharesConversation) return t('The agent has a conversation of its own.')
  if (speaks && !same('llmConfig')) return t('The agent has another default model.')
  if (speaks && !same('memory')) return t('The agent remembers in another way.')
  const isGraph = (name: 'allowParallel' | 'maxRetries') =>
    outer.config.graphConfig[name] === inner.config.graphConfig[name]
  if (!isGraph('maxRetries')) return t('The agent’s steps are tried again in another way.')
  if (!isGraph('allowParallel')) return t('The agent writes fields in parallel in another way.')
  const tools = new Set((outer.config.tools ?? []).map((tool) => JSON.stringify(tool)))
  const isKnown = (inner.config.tools ?? []).every((tool) => tools.has(JSON.stringify(tool)))
  return isKnown ? undefined : t('The agent has tools of its own.')
}

function findOtherField(outer: Planning, inner: Planning, { index, call }: CallPlace): string | undefined {
  const isAgain = leadsBackTo(outer, index)
  for (const [name, field] of Object.entries(inner.config.stateType.fields)) {
    if (field.type === 'messages') continue
    const known = outer.stateType.fields[name]
    const goesIn = field.input === true
    const comesOut = call.outputs === undefined ? !goesIn && known !== undefined : call.outputs.includes(name)
    const reason =
      known === undefined
        ? refuseLocal(name, { isAgain, goesIn })
        : refuseCommon(inner, name, { field, known, goesIn, comesOut })
    if (reason !== undefined) return reason
  }
  return undefined
}

interface LocalField {
  readonly isAgain: boolean
  readonly goesIn: boolean
}

/** A field that only the called agent has becomes one of the caller. */
function refuseLocal(name: string, { isAgain, goesIn }: LocalField): string | undefined {
  if (goesIn) return t('The agent asks for {name}, which this one does not have.', { name })
  return isAgain ? t('It runs more than once, and begins with {name} anew each time.', { name }) : undefined
}

interface CommonField {
  readonly field: StateField
  readonly known: StateField
  readonly goesIn: boolean
  readonly comesOut: boolean
}

function refuseCommon(inner: Planning, name: string, common: CommonField): string | undefined {
  const { field, known, goesIn, comesOut } = common
  if (!goesIn && !comesOut) return t('Both agents have a field {name}, each its own.', { name })
  const reducer = effectiveReducer(field)
  if (reducer !== effectiveReducer(known)) return t('The two agents put {name} together in another way.', { name })
  if (field.type !== known.type) return t('In the two agents {name} is of another type.', { name })
  const starts = field.default !== undefined && (!goesIn || !equalJson(field.default, known.default ?? null))
  if (starts) return t('In the agent {name} has a start value of its own.', { name })
  const { reads, writes } = stepFields(inner, allOf(inner))
  if (goesIn && !comesOut && writes.has(name))
    return t('The agent changes {name}, which does not come out of it.', { name })
  if (!goesIn && readsEarly(inner, name)) return t('The agent may read {name} before it has written it.', { name })
  return reducer !== 'replace' && reads.has(name) ? t('The agent adds to {name} and reads it.', { name }) : undefined
}

function readsEarly(inner: Planning, name: string): boolean {
  return inner.steps.some(
    (_, index) => stepFields(inner, [index]).reads.has(name) && !inner.flow.isKnownBefore(index, name),
  )
}

function leadsBackTo({ analysis: { graph } }: Planning, step: number): boolean {
  const seen = new Set<number>()
  const open = [...entryAt(graph.next, step)]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === step) return true
    if (seen.has(at)) continue
    seen.add(at)
    open.push(...entryAt(graph.next, at))
  }
  return false
}

function allOf({ steps }: Planning): readonly number[] {
  return steps.map((_, index) => index)
}

/** Settings of a configuration are plain JSON. */
function toJson(settings: object | null): Json {
  return settings === null ? null : (JSON.parse(JSON.stringify(settings)) as Json)
}
