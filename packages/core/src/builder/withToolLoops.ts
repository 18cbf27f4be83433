import type { AgentConfig, EdgeConfig, StepConfig } from '../config/AgentConfig.ts'
import { createFreeId } from '../config/createStepId.ts'
import { listEdges } from '../config/listEdges.ts'
import { defaultPorts } from '../step/StepDefinition.ts'
import { TOOLS_EXIT } from '../step/toolsExit.ts'
import { toolStep } from '../steps/tool/tool.ts'

/** A step whose model asks for tools: which, and where results are noted. */
export interface ToolLoop {
  readonly tools: readonly string[]
  readonly scratchpadKey: string | undefined
}

/**
 * The chain of steps in which each step of `loops` is followed by one that runs the tools its model asks for, and leads
 * back to it. The same configuration gives the same one again: nothing is added twice.
 */
export function withToolLoops(config: AgentConfig, loops: ReadonlyMap<string, ToolLoop>): AgentConfig {
  if (loops.size === 0) return config
  const taken = new Set(config.steps.map(({ id }) => id))
  const runners = new Map<string, StepConfig>()
  for (const [stepId, loop] of loops) {
    const runner = toRunner(stepId, loop, taken)
    taken.add(runner.id)
    runners.set(stepId, runner)
  }
  const chain = listEdges(config).map((edge) =>
    runners.has(edge.from) ? { ...edge, exit: defaultPorts.outputs[0]?.id ?? 'out' } : edge,
  )
  const ways = [...runners].flatMap(([stepId, { id }]): readonly EdgeConfig[] => [
    { from: stepId, exit: TOOLS_EXIT, to: id },
    { from: id, to: stepId },
  ])
  const steps = config.steps.flatMap((step) => [step, ...(runners.has(step.id) ? [runners.get(step.id)] : [])])
  return { ...config, steps: steps.filter((step) => step !== undefined), edges: [...chain, ...ways] }
}

function toRunner(stepId: string, { tools, scratchpadKey }: ToolLoop, taken: ReadonlySet<string>): StepConfig {
  return {
    id: createFreeId(taken, `${stepId}-tools`),
    strategyType: toolStep.getName(),
    config: { tools, ...(scratchpadKey === undefined ? {} : { scratchpadKey }) },
  }
}
