import type { Problem } from '../../errors/Problem.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import { checkStateType } from '../../state/checkStateType.ts'
import type { StateType } from '../../state/StateType.ts'
import type { Planning } from './Planning.ts'

/** That the agent's own settings mean something, each with the reason where one has no effect. */
export function checkAgent({ config, analysis }: Planning): readonly Problem[] {
  const problems: Problem[] = []
  const { graphType } = config.graphConfig
  if (config.edges === undefined && graphType !== 'linear') {
    problems.push({
      code: 'graph.unsupported',
      severity: 'warning',
      path: 'graphConfig.graphType',
      message: `The graph type is ${graphType}, but no edges are listed, so the steps run one after the other. Connect them, or make it linear.`,
      fix: { label: 'Make it linear', change: { path: 'graphConfig.graphType', value: 'linear' } },
    })
  }
  if (graphType === 'parallel' && config.edges !== undefined && !analysis.forked) {
    const message = 'The graph type is parallel, but no exit leads to two steps, so only one runs at a time.'
    problems.push({ code: 'graph.unsupported', severity: 'info', path: 'graphConfig.graphType', message })
  }
  const memory = config.memory
  if (memory?.enabled === true && (memory.memoryType === 'vector' || memory.memoryType === 'summary')) {
    problems.push({
      code: 'graph.unsupported',
      severity: 'warning',
      path: 'memory.memoryType',
      message: `Memory of the type ${memory.memoryType} works as buffer: the newest turns within ${memory.maxTokens} tokens are sent.`,
      fix: { label: 'Use buffer', change: { path: 'memory.memoryType', value: 'buffer' } },
    })
  }
  return problems
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
