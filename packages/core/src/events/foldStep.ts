import type { RunEvent } from './RunEvent.ts'
import type { StepExecution, StepRun } from './RunState.ts'

type StepEvent = Extract<RunEvent, { readonly executionId: string }>

/** What an event of a step changes in the short account of it that its card draws. */
export function foldStep(previous: StepRun | undefined, event: StepEvent): StepRun {
  const step = previous ?? { ...begun(event), status: 'running' }
  switch (event.type) {
    case 'step-start':
      // One that waited goes on: what it said so far, and since when, is not told again.
      if (event.resumed && previous?.executionId === event.executionId) return { ...previous, status: 'running' }
      return { ...begun(event), status: 'running', startedAt: event.at }
    case 'step-delta':
      return { ...step, text: step.text + event.text }
    case 'step-retry':
      return { ...step, text: '', attempt: event.attempt }
    case 'step-end': {
      const { exit, durationMs, usage, problem, disabled, fixed } = event
      const rest = {
        ...(disabled === undefined ? {} : { disabled }),
        ...(fixed === undefined ? {} : { fixed }),
        ...(exit === undefined ? {} : { exit }),
        ...(usage === undefined ? {} : { usage }),
        ...(problem === undefined ? {} : { problem }),
      }
      return { ...step, status: 'ended', durationMs, ...rest }
    }
    case 'step-error': {
      const status = event.problem.code === 'run.stopped' ? 'stopped' : 'failed'
      return { ...step, status, problem: event.problem, durationMs: event.durationMs }
    }
    case 'step-progress': {
      const { done, total } = event
      return { ...step, progress: { done, total } }
    }
    case 'step-log':
    case 'loop-turn':
    case 'model-start':
    case 'model-end':
    case 'tool-start':
    case 'tool-end':
      return step
    default:
      return event satisfies never
  }
}

/** The short account of one execution that is known whole. */
export function foldedStep(execution: StepExecution): StepRun {
  const { stepId, nodeName, iteration, executionId, status, startedAt, text, retries } = execution
  const { durationMs, exit, usage, problem, progress, disabled, fixed } = execution
  return {
    ...{ stepId, nodeName, iteration, executionId, status, startedAt, text },
    attempt: retries.at(-1)?.attempt ?? 1,
    ...(disabled === undefined ? {} : { disabled }),
    ...(fixed === undefined ? {} : { fixed }),
    ...(progress === undefined ? {} : { progress }),
    ...(durationMs === undefined ? {} : { durationMs }),
    ...(exit === undefined ? {} : { exit }),
    ...(usage === undefined ? {} : { usage }),
    ...(problem === undefined ? {} : { problem }),
  }
}

function begun({ stepId, nodeName, iteration, executionId }: StepEvent): Omit<StepRun, 'status'> {
  return { stepId, nodeName, iteration, executionId, attempt: 1, text: '' }
}
