import type { AgentConfig, StepConfig } from '../../config/AgentConfig.ts'
import type { Problem } from '../../errors/Problem.ts'
import { joinPath } from '../../json/jsonPath.ts'
import { t } from '../../language/t.ts'
import { closestName } from '../../templates/closestName.ts'
import { readTool, type ToolEntry } from '../../tools/readTool.ts'
import { checkToolTexts } from './checkToolTexts.ts'
import { entryAt } from './entryAt.ts'
import type { Planning } from './Planning.ts'

/** That the agent's tools can be used, and that every tool a step names is there. */
export function checkTools(planning: Planning): readonly Problem[] {
  const { tools = [] } = planning.config
  const own = tools.length === 0 ? [] : checkOwnTools(planning, tools)
  return [...own, ...checkNames(planning, tools)]
}

/** A tool that no step uses cannot stop a run. */
function checkOwnTools(planning: Planning, tools: readonly ToolEntry[]): readonly Problem[] {
  const names = tools.map(({ name }) => name)
  const isUsed = (name: string) =>
    planning.steps.some(({ resolved }) => resolved !== undefined && (resolved.tools?.includes(name) ?? true))
  return tools.flatMap((entry, index) => {
    const { name } = readTool(entry)
    const taken = name !== '' && names.indexOf(name) < index ? [duplicate(name, names)] : []
    const found = [...judgeTool(entry, planning), ...taken].map((problem) => placeAt(index, problem))
    return isUsed(name) ? found : found.map(soften)
  })
}

interface Judged {
  readonly agents: AgentConfig['agents']
  readonly given: boolean
  readonly problems: readonly Problem[]
}

/** What was found in a tool, for as long as it and the agents it may call are the same. */
const judged = new WeakMap<ToolEntry, Judged>()

function judgeTool(entry: ToolEntry, { config, functions }: Planning): readonly Problem[] {
  const tool = readTool(entry)
  const given = Object.hasOwn(functions, tool.name)
  const before = judged.get(entry)
  if (before !== undefined && before.agents === config.agents && before.given === given) return before.problems
  const { definition, config: settings } = tool
  const more =
    definition === undefined || settings === undefined
      ? []
      : [...(definition.validate?.(settings, config, given) ?? []), ...checkToolTexts(definition, settings)]
  const problems = [...tool.problems, ...more]
  judged.set(entry, { agents: config.agents, given, problems })
  return problems
}

/** A kind of tool knows its settings, but not which of the agent's tools they belong to. */
function placeAt(index: number, problem: Problem): Problem {
  const at = (path: string | undefined) => `tools[${index}]${path === undefined || path === '' ? '' : `.${path}`}`
  const { fix } = problem
  const change = fix?.change
  const placed = change === undefined ? fix : { ...fix, change: { ...change, path: at(change.path) } }
  return {
    ...problem,
    path: at(problem.path),
    ...(placed === undefined ? {} : { fix: placed as NonNullable<typeof fix> }),
  }
}

function duplicate(name: string, names: readonly unknown[]): Problem {
  const free = freeName(name, names)
  const message = t('There are two tools of the name "{name}": give this one another.', { name })
  const fix = { label: t('Rename to {free}', { free }), change: { path: 'name', value: free } }
  return { code: 'tool.config', severity: 'error', path: 'name', message, fix }
}

function freeName(name: string, names: readonly unknown[]): string {
  for (let number = 2; ; number += 1) if (!names.includes(`${name}_${number}`)) return `${name}_${number}`
}

function soften(problem: Problem): Problem {
  return problem.severity === 'error' ? { ...problem, severity: 'warning' } : problem
}

/** The names of tools in the settings of steps. */
function checkNames({ config, steps }: Planning, tools: readonly ToolEntry[]): readonly Problem[] {
  const available = tools.flatMap(({ name }) => (typeof name === 'string' && name !== '' ? [name] : []))
  return steps.flatMap(({ resolved }, index) => {
    const unknown = resolved?.tools?.filter((name) => name !== '' && !available.includes(name)) ?? []
    return unknown.map((name) => unknownTool(name, available, entryAt(config.steps, index)))
  })
}

function unknownTool(name: string, available: readonly string[], { id: stepId, config }: StepConfig): Problem {
  const path = findSetting(config, name)
  const meant = closestName(name, available)
  const message =
    available.length === 0
      ? t('The agent has no tool "{name}". The agent has no tools yet.', { name })
      : t('The agent has no tool "{name}". It has: {available}.', { name, available: available.join(', ') })
  return {
    code: 'tool.unknown',
    severity: 'error',
    stepId,
    path,
    message,
    cause: { available },
    fix:
      meant === undefined
        ? { label: t('Remove {name}', { name }), change: { stepId, path } }
        : { label: t('Make it {meant}', { meant }), change: { stepId, path, value: meant } },
  }
}

/** The setting that names a tool: one that is the name, or a list with it. */
function findSetting(settings: StepConfig['config'], name: string): string {
  for (const [key, value] of Object.entries(settings)) {
    const path = joinPath('config', key)
    if (value === name) return path
    if (Array.isArray(value) && value.includes(name)) return joinPath(path, value.indexOf(name))
  }
  return 'config.tools'
}
