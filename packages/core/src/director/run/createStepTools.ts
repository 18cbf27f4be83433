import { AgentError } from '../../errors/AgentError.ts'
import type { StepTools } from '../../step/StepContext.ts'
import type { StepExecution } from './StepExecution.ts'

/** The tools of one execution. */
export function createStepTools({ step }: StepExecution): StepTools {
  return {
    list: (names = []) => {
      const [first] = names
      if (first === undefined) return []
      throw new AgentError('tool.unknown', `There is no tool "${first}".`, { stepId: step.id })
    },
    call: async ({ id, name }) => {
      const error = new AgentError('tool.unknown', `There is no tool "${name}".`, { stepId: step.id })
      return { message: { role: 'tool', content: error.message, toolCallId: id }, problem: error.toProblem() }
    },
  }
}
