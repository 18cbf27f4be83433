import type { AgentConfig } from '../../config/AgentConfig.ts'
import type { Problem, ProblemFix } from '../../errors/Problem.ts'
import { t } from '../../language/t.ts'
import type { StepRegistry } from '../../registry/StepRegistry.ts'
import { MESSAGES } from '../../step/conversation.ts'
import type { AgentUse, NamedField } from '../../step/StepDefinition.ts'
import { closestName } from '../../templates/closestName.ts'
import { adoptAgent } from './adoptAgent.ts'
import { entryAt } from './entryAt.ts'
import type { Planning } from './Planning.ts'
import { listNames } from './problemTexts.ts'
import { readSteps } from './readSteps.ts'

/** A step's call of an agent. */
interface Call {
  readonly use: AgentUse
  /** The step's number. */
  readonly index: number
}

/**
 * What is wrong with one call: with the agent that it names, with the fields it gives and takes, and, for an agent that
 * stands in the step's settings, with that agent itself.
 */
export function checkCall(
  planning: Planning,
  call: Call,
  findProblems: (agent: AgentConfig) => readonly Problem[],
): readonly Problem[] {
  const { config, registry } = planning
  const { agents = {} } = config
  const { use, index } = call
  const stepId = entryAt(config.steps, index).id
  if (typeof use.agent !== 'string') {
    const agent = adoptAgent(use.agent, config, registry)
    const own = findProblems(agent).flatMap((problem) => placeAt(use, stepId, problem))
    // While the agent itself cannot be read, what comes out of it cannot be known.
    const isKnown = own.every(({ severity }) => severity !== 'error')
    return isKnown ? [...own, ...checkNames(agent, call, stepId), ...checkTaken(agent, call, stepId, registry)] : own
  }
  const named = Object.hasOwn(agents, use.agent) ? agents[use.agent] : undefined
  return named === undefined ? [unknownAgent(use, Object.keys(agents), stepId)] : checkNames(named, call, stepId)
}

function explainUnknown(name: string, meant: string | undefined): string {
  if (name === '') return t('Choose the agent to call.')
  if (meant === undefined) return t('There is no agent "{name}" in this file: choose another.', { name })
  return t('There is no agent "{name}" in this file: choose another. Did you mean {meant}?', { name, meant })
}

function unknownAgent({ agent, path }: AgentUse, available: readonly string[], stepId: string): Problem {
  const name = String(agent)
  const meant = closestName(name, available)
  const message = explainUnknown(name, meant)
  const fix: ProblemFix | undefined =
    meant === undefined ? undefined : { label: t('Call {meant}', { meant }), change: { stepId, path, value: meant } }
  return {
    code: 'agent.unknown',
    severity: 'error',
    stepId,
    path,
    message,
    cause: { available },
    ...(fix === undefined ? {} : { fix }),
  }
}

/** A problem of an agent that stands in a step's settings, as the step's own. What only the agent could mend has no fix. */
function placeAt({ path, places = {} }: AgentUse, stepId: string, problem: Problem): readonly Problem[] {
  const place = (of: string | undefined, within: string | undefined) => {
    const at = of !== undefined && Object.hasOwn(places, of) ? places[of] : undefined
    return at === undefined || within === undefined ? undefined : `${at}.${within}`
  }
  const { fix, ...rest } = problem
  const change = fix?.change
  const changed = change === undefined ? undefined : place(change.stepId, change.path)
  const placed = { ...rest, stepId, path: place(problem.stepId, problem.path) ?? path }
  if (fix === undefined || change === undefined || changed === undefined) return [placed]
  return [{ ...placed, fix: { ...fix, change: { ...change, stepId, path: changed } } }]
}

function checkNames({ stateType, steps }: AgentConfig, { use }: Call, stepId: string): readonly Problem[] {
  // The conversation is there as soon as a step of the agent uses a model.
  const available = [...new Set([...Object.keys(stateType.fields), ...(steps.length > 0 ? [MESSAGES] : [])])]
  const toProblem = ({ name, path }: NamedField, verb: 'gives' | 'takes'): readonly Problem[] => {
    if (available.includes(name)) return []
    const closest = closestName(name, available)
    const message = explainStranger(verb, {
      name,
      agent: typeof use.agent === 'string' ? use.agent : undefined,
      available: listNames(available),
    })
    const fix: ProblemFix | undefined =
      closest === undefined
        ? undefined
        : { label: t('Replace with {closest}', { closest }), change: { stepId, path, value: closest } }
    const common = { code: 'state.undeclared', severity: 'error', stepId, path, message, cause: { available } } as const
    return [fix === undefined ? common : { ...common, fix }]
  }
  return [
    ...(use.gives ?? []).flatMap((field) => toProblem(field, 'gives')),
    ...(use.takes ?? []).flatMap((field) => toProblem(field, 'takes')),
  ]
}

interface Stranger {
  readonly name: string
  /** An agent of the file; nothing for one that stands in the settings. */
  readonly agent: string | undefined
  readonly available: string
}

function explainStranger(verb: 'gives' | 'takes', { agent, ...rest }: Stranger): string {
  if (agent === undefined) {
    return verb === 'gives'
      ? t('It gives a value to {name}, but what is run here has no such field. Fields: {available}.', rest)
      : t('It takes the result from {name}, but what is run here has no such field. Fields: {available}.', rest)
  }
  const values = { ...rest, agent }
  return verb === 'gives'
    ? t('It gives a value to {name}, but the agent "{agent}" has no such field. Fields: {available}.', values)
    : t('It takes the result from {name}, but the agent "{agent}" has no such field. Fields: {available}.', values)
}

/** That what comes out of an agent that stands in the settings is written by a step of it. */
function checkTaken(agent: AgentConfig, { use }: Call, stepId: string, registry: StepRegistry): readonly Problem[] {
  const steps = readSteps(agent.steps, registry, undefined).flatMap(({ resolved }) => resolved ?? [])
  if (steps.some(({ writesAny }) => writesAny)) return []
  const written = [...new Set(steps.flatMap(({ writes }) => writes))]
  return (use.takes ?? []).flatMap(({ name, path }): readonly Problem[] => {
    if (written.includes(name) || agent.stateType.fields[name]?.input === true) return []
    const message = t('The result is looked for in {name}, but nothing writes it. Written: {written}.', {
      name,
      written: listNames(written),
    })
    return [{ code: 'state.neverWritten', severity: 'error', stepId, path, message, cause: { available: written } }]
  })
}
