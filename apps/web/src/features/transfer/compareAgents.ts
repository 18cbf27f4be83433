import { type AgentConfig, type EdgeConfig, type Json, listEdges, type StepConfig } from '@petal/core/model'

/** One difference between two agents, in words. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed'
  /** What differs: "Step Draft", "Connection draft → critique". */
  readonly subject: string
  /** Which parts of it: "promptTemplate, model". */
  readonly detail?: string
}

/** What differs in meaning between two agents, in the order of the file. Moved cards are one difference. */
export function compareAgents(before: AgentConfig, after: AgentConfig): readonly Difference[] {
  return [
    ...compareValues('Name', before.name, after.name),
    ...compareValues('Description', before.description, after.description),
    ...compareFields(before, after),
    ...settings.flatMap(([key, label]) => compareValues(label, before[key], after[key])),
    ...compareSteps(before, after),
    ...compareEdges(before, after),
    ...compareLayout(before, after),
  ]
}

const settings = [
  ['llmConfig', 'Model of the agent'],
  ['memory', 'Memory'],
  ['graphConfig', 'Graph settings'],
  ['loggingConfig', 'Logging'],
  ['checkpointer', 'Checkpointer'],
  ['tools', 'Tools'],
  ['notes', 'Notes'],
  ['groups', 'Groups'],
] as const

function compareValues(subject: string, before: unknown, after: unknown): readonly Difference[] {
  if (same(before, after)) return []
  if (before === undefined || before === null) return [{ kind: 'added', subject }]
  if (after === undefined || after === null) return [{ kind: 'removed', subject }]
  const detail = changedKeys(before, after)
  return [{ kind: 'changed', subject, ...(detail === '' ? {} : { detail }) }]
}

function compareFields({ stateType: before }: AgentConfig, { stateType: after }: AgentConfig): readonly Difference[] {
  const names = [...new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])]
  return [
    ...compareValues('Name of the state', before.name, after.name),
    ...names.flatMap((name) => compareValues(`State field ${name}`, before.fields[name], after.fields[name])),
  ]
}

function compareSteps(before: AgentConfig, after: AgentConfig): readonly Difference[] {
  const old = new Map(before.steps.map((step) => [step.id, step]))
  const kept = new Set(after.steps.map(({ id }) => id))
  const removed = before.steps.filter(({ id }) => !kept.has(id))
  return [
    ...removed.map((step): Difference => ({ kind: 'removed', subject: stepName(step) })),
    ...after.steps.flatMap((step) => compareStep(old.get(step.id), step)),
  ]
}

function compareStep(before: StepConfig | undefined, after: StepConfig): readonly Difference[] {
  if (before === undefined) return [{ kind: 'added', subject: stepName(after) }]
  if (same(before, after)) return []
  const parts = [
    ...(before.strategyType === after.strategyType ? [] : ['type']),
    ...(before.nodeName === after.nodeName ? [] : ['name']),
    ...(before.disabled === after.disabled ? [] : [after.disabled ? 'disabled' : 'enabled']),
    ...(before.timeout === after.timeout ? [] : ['timeout']),
    ...(same(before.retry, after.retry) ? [] : ['retries']),
    ...(same(before.onError, after.onError) ? [] : ['what happens after an error']),
    changedKeys(before.config, after.config),
  ].filter((part) => part !== '')
  return [{ kind: 'changed', subject: stepName(after), ...(parts.length === 0 ? {} : { detail: parts.join(', ') }) }]
}

function compareEdges(before: AgentConfig, after: AgentConfig): readonly Difference[] {
  const old = listEdges(before).map(edgeName)
  const now = listEdges(after).map(edgeName)
  return [
    ...without(old, now).map((name): Difference => ({ kind: 'removed', subject: `Connection ${name}` })),
    ...without(now, old).map((name): Difference => ({ kind: 'added', subject: `Connection ${name}` })),
  ]
}

function without(names: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others)
  return names.filter((name) => !known.has(name))
}

function compareLayout(before: AgentConfig, after: AgentConfig): readonly Difference[] {
  const moved = Object.entries(after.layout).filter(([id, place]) => {
    const old = before.layout[id]
    return old !== undefined && !same(old, place)
  })
  return moved.length === 0
    ? []
    : [{ kind: 'changed', subject: moved.length === 1 ? '1 card moved' : `${moved.length} cards moved` }]
}

function stepName({ id, nodeName }: StepConfig): string {
  return `Step ${nodeName ?? id}`
}

function edgeName({ from, exit, to }: EdgeConfig): string {
  return `${from}${exit === undefined ? '' : ` (${exit})`} → ${to}`
}

/** Names of the keys whose values differ; empty for what is no object. */
function changedKeys(before: unknown, after: unknown): string {
  if (!isRecord(before) || !isRecord(after)) return ''
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.filter((key) => !same(before[key], after[key])).join(', ')
}

function isRecord(value: unknown): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

/** The order of keys means nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  )
}
