import { type AgentConfig, type Json, StateTypeFactory, type StepConfig, type StepDefinition } from '@petal/core/model'
import type { Planner } from './createPlanner.ts'
import type { StepFactsSource } from './createStepFacts.ts'
import { edgesByStart } from './loopEdges.ts'
import { edgesOfAgent, indexSteps } from './selectors.ts'
import { parsePath, setAtPath } from './setAtPath.ts'

/** What is known of the types and the steps there are. */
interface Known {
  readonly facts: StepFactsSource
  readonly planner: Planner
}

/** Where a new step comes to stand. */
export interface StepSurroundings {
  readonly agent: AgentConfig
  /** The step it is connected to, when it is. */
  readonly follows?: string | undefined
  /** That step, or the one it is near to and may be connected with. */
  readonly near?: string | undefined
  /** It stands in the settings of another step, which takes what it gives: it needs no field of its own. */
  readonly within?: true
}

type Settings = Readonly<Record<string, Json>>

/**
 * Settings with which a new step does something sensible at once: what its type says, and in the main prompt of a step
 * that asks a model what there is to ask about. The main prompt is the last of its templates: what is said after the
 * system's.
 */
export function starterSettings(known: Known, definition: StepDefinition, surroundings: StepSurroundings): Settings {
  const prompt = startPrompt(known, definition, surroundings)
  return surroundings.within ? prompt : { ...prompt, ...askType(known, definition, surroundings) }
}

function askType(known: Known, definition: StepDefinition, { agent, near }: StepSurroundings): Settings {
  try {
    const start = {
      written: lastWritten(known, agent, near),
      freeField: (name: string) => freeField(known, agent, name),
    }
    return definition.starter?.(start) ?? {}
  } catch {
    // A plugin's mistake must not keep its step from being added.
    return {}
  }
}

function startPrompt(
  { facts }: Pick<Known, 'facts'>,
  definition: StepDefinition,
  { agent, follows }: StepSurroundings,
): Settings {
  const defaults = definition.schema.safeParse({})
  if (!defaults.success || definition.model?.(defaults.data) === undefined) return {}
  const prompt = definition.texts?.(defaults.data).findLast(({ language }) => language === 'template')
  const source = follows === undefined ? undefined : indexSteps(agent).get(follows)
  const subject = subjectOf(agent, source ? facts.of(source).writes : [])
  if (prompt?.text !== '' || subject === undefined) return {}
  const [, ...path] = parsePath(prompt.path)
  const settings = setAtPath({}, path, `{${subject}}`)
  return isSettings(settings) ? settings : {}
}

/** What to ask about: what the step before wrote, else the first text that a person puts in. */
function subjectOf(agent: AgentConfig, follows: readonly string[]): string | undefined {
  const { fields } = agent.stateType
  const isText = (name: string) => fields[name]?.type === 'string'
  const asked = Object.keys(fields).find((name) => fields[name]?.input && isText(name))
  // After a step that speaks in the conversation, the conversation is the subject: no prompt of its own.
  return follows.length > 0 ? follows.find(isText) : asked
}

/**
 * What the nearest step before that asks a model wrote: what is said after a person approved it is that, not why they
 * did. Else what the step before wrote, else what one before that did. The conversation is no field to name in a text.
 */
function lastWritten({ facts, planner }: Known, agent: AgentConfig, near: string | undefined): string | undefined {
  const source = near === undefined ? undefined : indexSteps(agent).get(near)
  if (!source) return undefined
  const { fields } = StateTypeFactory.createWithMessages(agent.stateType)
  const writtenBy = (step: StepConfig) => facts.of(step).writes.findLast((name) => fields[name]?.type !== 'messages')
  const before = planner.available(agent, source.id).filter(({ kind, type }) => kind === 'step' && type !== 'messages')
  const isCertain = (field: string) => before.some(({ name, certain }) => name === field && certain)
  const answer = nearestFirst(agent, source).find((step) => {
    const field = step.disabled !== true && facts.of(step).asksModel ? writtenBy(step) : undefined
    // What only some ways here have written would fail on the others.
    return field !== undefined && (step === source || isCertain(field))
  })
  return writtenBy(answer ?? source) ?? before.at(-1)?.name
}

/** The step, and those that lead to it. */
function nearestFirst(agent: AgentConfig, step: StepConfig): readonly StepConfig[] {
  const steps = indexSteps(agent)
  const back = edgesByStart(edgesOfAgent(agent).map(({ from, to }) => ({ from: to, to: from })))
  const found = new Set([step])
  // What is found on the way is gone through as well.
  for (const { id } of found) {
    for (const { to } of back.get(id) ?? []) {
      const source = steps.get(to)
      if (source) found.add(source)
    }
  }
  return [...found]
}

/** The name, where no person and no step gives it a value yet; else the same with a number. */
function freeField({ facts }: Pick<Known, 'facts'>, agent: AgentConfig, name: string): string {
  const { fields } = agent.stateType
  const taken = new Set(agent.steps.flatMap((step) => facts.of(step).writes))
  const isFree = (candidate: string) => !taken.has(candidate) && fields[candidate]?.input !== true
  if (isFree(name)) return name
  let count = 2
  while (!isFree(`${name}${count}`)) count += 1
  return `${name}${count}`
}

function isSettings(value: Json | undefined): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
