import type { Problem } from '../../errors/Problem.ts'
import type { ResolvedStep } from '../../handlers/ResolvedStep.ts'
import { t } from '../../language/t.ts'
import type { ValidateContext } from '../../step/StepDefinition.ts'
import { closestName } from '../../templates/closestName.ts'
import { type GraphAnalysis, sameItems } from './analyseGraph.ts'
import { entryAt } from './entryAt.ts'
import type { Planning } from './Planning.ts'

/** That there are steps, that their types are known, and that their settings are good. */
export function checkSteps(planning: Planning): readonly Problem[] {
  if (planning.steps.length === 0) {
    return [{ code: 'graph.noSteps', severity: 'error', message: t('Cannot build agent: no steps configured') }]
  }
  return planning.steps.flatMap((_, index) => checkStep(planning, index))
}

function checkStep(planning: Planning, index: number): readonly Problem[] {
  const { config, steps } = planning
  const step = entryAt(config.steps, index)
  const { resolved } = entryAt(steps, index)
  if (resolved === undefined) return [unknownStep(planning, step.id, step.strategyType)]
  const own = resolved.problems
  const more = validate(resolved, { stepId: step.id, agent: config })
  return own.length + more.length === 0 ? [] : [...own, ...more].map((problem) => placeAt(step.id, problem))
}

/** A definition knows its settings, but not the step they belong to. */
function placeAt(stepId: string, problem: Problem): Problem {
  const change = problem.fix?.change
  const isOwn = change !== undefined && change.stepId === undefined && /^config\b/.test(change.path)
  const fix = problem.fix !== undefined && isOwn ? { ...problem.fix, change: { ...change, stepId } } : problem.fix
  return { ...problem, stepId, ...(fix === undefined ? {} : { fix }) }
}

function unknownStep({ registry }: Planning, stepId: string, type: string): Problem {
  const available = registry.list()
  const closest = closestName(type, available)
  return {
    code: 'graph.unknownStep',
    severity: 'error',
    stepId,
    path: 'strategyType',
    message: t('Unknown step type: {type}', { type }),
    cause: { available, detail: type },
    ...(closest === undefined
      ? {}
      : {
          fix: { label: t('Make it {closest}', { closest }), change: { stepId, path: 'strategyType', value: closest } },
        }),
  }
}

/** A definition's own checks. A plugin that fails while checking costs a problem, never the plan. */
function validate(resolved: ResolvedStep, context: ValidateContext): readonly Problem[] {
  // Settings that the schema refused were replaced by defaults: judging those would only confuse.
  if (resolved.problems.some(({ severity }) => severity === 'error')) return []
  try {
    return resolved.definition.validate?.(resolved.config, context) ?? []
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = t("The step type '{type}' could not check these settings: {reason}", {
      type: resolved.type,
      reason,
    })
    return [{ code: 'step.config', severity: 'error', path: 'config', message }]
  }
}

/** Names in which nothing was found, by analysis: that is another one as soon as an id is. */
const cleanNames = new WeakMap<GraphAnalysis, readonly string[]>()

/** That every step has an id and a name of its own that the engine and people can tell apart. */
export function checkNames({ config, names, analysis }: Planning): readonly Problem[] {
  if (sameItems(cleanNames.get(analysis), names)) return []
  const problems: Problem[] = []
  const ids = new Set<string>()
  const taken = new Set<string>()
  for (const [index, { id }] of config.steps.entries()) {
    const name = entryAt(names, index)
    if (ids.has(id)) problems.push(duplicateId(id, index))
    ids.add(id)
    const fault = nameFault(id, name)
    if (fault !== undefined) problems.push(fault)
    if (taken.has(name)) problems.push(duplicateName(id, name, names))
    taken.add(name)
  }
  if (problems.length === 0) cleanNames.set(analysis, names)
  return problems
}

function duplicateId(id: string, index: number): Problem {
  const message = t('Two steps have the id "{id}". Give this one another, and edges to it too.', { id })
  return { code: 'graph.duplicateId', severity: 'error', path: `steps[${index}].id`, message }
}

const reserved: ReadonlySet<string> = new Set(['__start__', '__end__', '__interrupt__', 'START', 'END'])

/** The engine's own rules, in its words; names are shown by tools that follow them. */
function nameFault(stepId: string, name: string): Problem | undefined {
  const common = { code: 'graph.reservedName', severity: 'error', stepId, path: 'nodeName' } as const
  if (reserved.has(name))
    return { ...common, message: t('Node `{name}` is reserved. Give the step another name.', { name }) }
  const character = /[|:]/.exec(name)?.[0]
  if (character === undefined) return undefined
  const better = name.replace(/\s*[|:]\s*/g, ' - ')
  return {
    ...common,
    message: t("'{character}' is a reserved character and is not allowed in the node names.", { character }),
    fix: { label: t('Rename to {better}', { better }), change: { stepId, path: 'nodeName', value: better } },
  }
}

function duplicateName(stepId: string, name: string, names: readonly string[]): Problem {
  const free = freeName(name, names)
  return {
    code: 'graph.duplicateName',
    severity: 'error',
    stepId,
    path: 'nodeName',
    message: t('Node `{name}` already present. Give one of the steps another name.', { name }),
    fix: { label: t('Rename to {free}', { free }), change: { stepId, path: 'nodeName', value: free } },
  }
}

function freeName(name: string, names: readonly string[]): string {
  for (let number = 2; ; number += 1) if (!names.includes(`${name} ${number}`)) return `${name} ${number}`
}
