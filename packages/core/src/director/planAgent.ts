import type { AgentConfig, LLMConfig } from '../config/AgentConfig.ts'
import { listEdges, START } from '../config/listEdges.ts'
import type { Problem } from '../errors/Problem.ts'
import { createHandlerChain } from '../handlers/createHandlerChain.ts'
import type { ResolvedStep } from '../handlers/ResolvedStep.ts'
import type { StepRegistry } from '../registry/StepRegistry.ts'
import { StateTypeFactory } from '../state/StateTypeFactory.ts'
import type { PlannedEdge, PlannedStep, PlanResult } from './AgentPlan.ts'
import { resolveLLM } from './plan/resolveLLM.ts'
import type { CodeValues } from './Services.ts'

/** Everything that is to know about an agent before it runs: its plan, when it can run, and every problem. */
export function planAgent(config: AgentConfig, registry: StepRegistry, code: CodeValues = {}): PlanResult {
  const problems: Problem[] = []
  if (config.steps.length === 0) {
    problems.push({ code: 'graph.noSteps', severity: 'error', message: 'Cannot build agent: no steps configured' })
  }
  const chain = createHandlerChain(registry)
  const steps: PlannedStep[] = []
  const resolvedSteps: ResolvedStep[] = []
  for (const [index, step] of config.steps.entries()) {
    const resolved = chain.resolve(step.strategyType, { ...step.config, ...code[step.id] })
    if (resolved === undefined) {
      problems.push({
        code: 'graph.unknownStep',
        severity: 'error',
        stepId: step.id,
        message: `Unknown step type: ${step.strategyType}`,
        cause: { available: registry.list() },
      })
      continue
    }
    problems.push(...resolved.problems.map((problem) => ({ ...problem, stepId: step.id })))
    resolvedSteps.push(resolved)
    steps.push({
      id: step.id,
      index,
      type: resolved.type,
      nodeName: step.nodeName || registry.getStrategy(resolved.type).getNodeName(index),
      config: resolved.config,
      ports: resolved.ports,
      reads: resolved.reads,
      writes: resolved.writes,
      ...(resolved.model === undefined
        ? {}
        : { llm: resolveLLM(resolved.model.llmConfig as Partial<LLMConfig> | undefined, config.llmConfig) }),
      ...(step.timeout === undefined ? {} : { timeoutMs: step.timeout }),
      maxRetries: config.graphConfig.maxRetries,
      join: false,
    })
  }
  if (problems.some(({ severity }) => severity === 'error')) return { ok: false, problems }
  const stateType = resolvedSteps.some(({ model }) => model !== undefined)
    ? StateTypeFactory.createWithMessages(config.stateType)
    : config.stateType
  const order = new Map(config.steps.map(({ id }, index) => [id, index]))
  const edges: PlannedEdge[] = listEdges(config).map((edge) => ({
    ...edge,
    loop: edge.from !== START && (order.get(edge.to) ?? Number.POSITIVE_INFINITY) <= (order.get(edge.from) ?? -1),
  }))
  return {
    ok: true,
    problems,
    plan: {
      agent: config,
      stateType,
      messagesAdded: stateType !== config.stateType,
      steps,
      edges,
      recursionLimit: config.graphConfig.recursionLimit,
    },
  }
}
