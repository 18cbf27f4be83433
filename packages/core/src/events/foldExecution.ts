import type { RunEvent } from './RunEvent.ts'
import type { ModelCall, StepExecution, ToolRun } from './RunState.ts'

type StepEvent = Extract<RunEvent, { readonly executionId: string }>
type StepStart = Extract<StepEvent, { readonly type: 'step-start' }>
type ModelEnd = Extract<StepEvent, { readonly type: 'model-end' }>
type ToolEnd = Extract<StepEvent, { readonly type: 'tool-end' }>

/** The list with a new execution. One that waited for an answer is replaced: a resumed step runs from its start. */
export function startExecution(executions: readonly StepExecution[], event: StepStart): readonly StepExecution[] {
  const { executionId, stepId, nodeName, iteration, superstep, path, key, agentId, at, state } = event
  const execution: StepExecution = {
    executionId,
    stepId,
    nodeName,
    iteration,
    ...(superstep === undefined ? {} : { superstep }),
    path,
    ...(key === undefined ? {} : { key }),
    ...(agentId === undefined ? {} : { agentId }),
    status: 'running',
    startedAt: at,
    stateBefore: state,
    text: '',
    logs: [],
    calls: [],
    tools: [],
    retries: [],
  }
  const index = executions.findLastIndex((entry) => entry.executionId === executionId)
  const before = executions[index]
  if (before === undefined) return [...executions, execution]
  // What it had done before it waited was not done again, so it was not told again either.
  return executions.with(index, event.resumed ? { ...before, status: 'running' } : execution)
}

/** What an event of an execution changes in it. */
export function foldExecution(execution: StepExecution, event: Exclude<StepEvent, StepStart>): StepExecution {
  switch (event.type) {
    case 'step-delta':
      return { ...execution, text: execution.text + event.text }
    case 'step-log': {
      const { level, message, data } = event
      return { ...execution, logs: [...execution.logs, { level, message, ...(data === undefined ? {} : { data }) }] }
    }
    case 'step-progress': {
      const { done, total } = event
      return { ...execution, progress: { done, total } }
    }
    case 'loop-turn':
      return execution
    case 'model-start': {
      const { provider, model, messages, purpose } = event
      const call = { provider, model, messages, ...(purpose === undefined ? {} : { purpose }) }
      return { ...execution, calls: [...execution.calls, call] }
    }
    case 'model-end':
      return { ...execution, calls: answerCall(execution.calls, event) }
    case 'tool-start': {
      const { toolCallId, name, args } = event
      return { ...execution, tools: [...execution.tools, { toolCallId, name, args, status: 'running' }] }
    }
    case 'tool-end':
      return { ...execution, tools: execution.tools.map((tool) => (isOpen(tool, event) ? endTool(tool, event) : tool)) }
    case 'step-retry': {
      const { attempt, waitMs, problem } = event
      return { ...execution, text: '', retries: [...execution.retries, { attempt, waitMs, problem }] }
    }
    case 'step-end': {
      const { at: endedAt, update, exit, durationMs, usage, problem, disabled, fixed } = event
      const rest = {
        ...(disabled === undefined ? {} : { disabled }),
        ...(fixed === undefined ? {} : { fixed }),
        ...(exit === undefined ? {} : { exit }),
        ...(usage === undefined ? {} : { usage }),
        ...(problem === undefined ? {} : { problem }),
      }
      return { ...execution, status: 'ended', update, durationMs, endedAt, ...rest }
    }
    case 'step-error': {
      const status = event.problem.code === 'run.stopped' ? 'stopped' : 'failed'
      // What was still under way has not come to its end either.
      const tools = execution.tools.map((tool) =>
        tool.status === 'running' ? { ...tool, status: 'failed' as const, problem: event.problem } : tool,
      )
      return { ...execution, status, tools, problem: event.problem, durationMs: event.durationMs, endedAt: event.at }
    }
    default:
      return event satisfies never
  }
}

/** The answer belongs to the oldest call to that model that has none yet. */
function answerCall(calls: readonly ModelCall[], event: ModelEnd): readonly ModelCall[] {
  const index = calls.findIndex((call) => call.answer === undefined)
  const call = calls[index]
  if (call === undefined) return calls
  const { message, durationMs, usage } = event
  return calls.with(index, { ...call, answer: message, durationMs, ...(usage === undefined ? {} : { usage }) })
}

function isOpen(tool: ToolRun, event: ToolEnd): boolean {
  return tool.toolCallId === event.toolCallId && tool.status === 'running'
}

function endTool(tool: ToolRun, { result, problem }: ToolEnd): ToolRun {
  if (problem !== undefined) return { ...tool, status: 'failed', problem }
  return { ...tool, status: 'ended', ...(result === undefined ? {} : { result }) }
}
