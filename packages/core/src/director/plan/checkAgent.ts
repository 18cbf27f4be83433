import type { Problem } from '../../errors/Problem.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import { t } from '../../language/t.ts'
import { checkStateType } from '../../state/checkStateType.ts'
import type { StateType } from '../../state/StateType.ts'
import { checkMemory } from './checkMemory.ts'
import type { Planning } from './Planning.ts'

/** That the agent's own settings mean something, each with the reason where one has no effect. */
export function checkAgent(planning: Planning): readonly Problem[] {
  return [...checkGraphType(planning), ...checkMemory(planning.config), ...checkCheckpointer(planning)]
}

function checkGraphType({ config, analysis }: Planning): readonly Problem[] {
  const { graphType } = config.graphConfig
  const common = { code: 'graph.unsupported', path: 'graphConfig.graphType' } as const
  if (config.edges === undefined && graphType !== 'linear') {
    const message = t(
      'The graph type is {graphType}, but no edges are listed, so the steps run one after the other. Connect them, or make it linear.',
      { graphType },
    )
    const fix = { label: t('Make it linear'), change: { path: common.path, value: 'linear' } }
    return [{ ...common, severity: 'warning', message, fix }]
  }
  if (graphType !== 'parallel' || config.edges === undefined || analysis.forked) return []
  const message = t('The graph type is parallel, but no exit leads to two steps, so only one runs at a time.')
  return [{ ...common, severity: 'info', message }]
}

/** Databases, with the setting that petal asks for. */
const databases = {
  postgres: { title: 'Postgres', setting: 'connection_string' },
  sqlite: { title: 'SQLite', setting: 'db_file' },
} as const

function checkCheckpointer({ config: { checkpointer } }: Planning): readonly Problem[] {
  if (checkpointer?.enabled !== true || checkpointer.type === 'memory') return []
  const { title, setting } = databases[checkpointer.type]
  const missing: readonly Problem[] =
    checkpointer.config === null
      ? [
          {
            code: 'step.config',
            severity: 'error',
            path: 'checkpointer.config',
            message: t('{title} checkpointer requires configuration ({setting})', { title, setting }),
          },
        ]
      : []
  const message = t(
    '{title} needs a database driver, which only a program can bring: it passes its own checkpointer when it builds the agent.',
    { title },
  )
  return [...missing, { code: 'graph.unsupported', severity: 'info', path: 'checkpointer.type', message }]
}

const judged = new WeakMap<StateType, readonly Problem[]>()

/** That the state type is well formed, and that reducers and start values suit their fields. */
export function checkState({ config: { stateType } }: Planning): readonly Problem[] {
  const known = judged.get(stateType)
  if (known !== undefined) return known
  const problems = checkStateType(stateType).map((problem) => ({
    ...problem,
    path: problem.path === undefined || problem.path === '' ? 'stateType' : `stateType.${problem.path}`,
  }))
  if (isJsonObject(stateType)) judged.set(stateType, problems)
  return problems
}
