import { AgentError } from '../../errors/AgentError.ts'
import { word } from '../../language/word.ts'
import { effectiveReducer } from '../../state/effectiveReducer.ts'
import { codeOf } from '../toLangGraph.ts'
import type { RunSession } from './RunSession.ts'
import { toAgentError } from './toAgentError.ts'

/** Ends a session that broke off, and gives the one coded error that its last event and `run` share. */
export function toRunError(thrown: unknown, session: RunSession, signal: AbortSignal): AgentError {
  if (signal.aborted) {
    session.cancel()
    return new AgentError('run.stopped', word('The run was stopped.'), { cause: signal.reason })
  }
  const fault = translate(thrown, session)
  session.fail(fault.toProblem())
  return fault
}

/** Decides by LangGraph's codes, never by its texts. */
function translate(thrown: unknown, session: RunSession): AgentError {
  switch (codeOf(thrown)) {
    case 'GRAPH_RECURSION_LIMIT':
      session.showState(session.state)
      return stepLimit(session)
    case 'INVALID_CONCURRENT_GRAPH_UPDATE':
      return parallelWrite(session)
    default:
      return toAgentError(thrown instanceof AggregateError ? thrown.errors[0] : thrown)
  }
}

function stepLimit({ plan }: RunSession): AgentError {
  const { recursionLimit } = plan
  return new AgentError(
    'run.stepLimit',
    word(
      'Recursion limit of {recursionLimit} reached without hitting a stop condition. Raise graphConfig.recursionLimit if the loop should go on longer, or give it a way out.',
      { recursionLimit },
    ),
    { path: 'graphConfig.recursionLimit', detail: { detail: { recursionLimit } } },
  )
}

function parallelWrite(session: RunSession): AgentError {
  for (const [field, spec] of Object.entries(session.plan.stateType.fields)) {
    const writers = effectiveReducer(spec) === 'replace' ? session.writersOf(field) : []
    if (writers.length < 2) continue
    const names = writers.map(({ nodeName }) => `"${nodeName}"`)
    return new AgentError(
      'graph.parallelWrite',
      word(
        "At key '{field}': Can receive only one value per step. {names} wrote it at the same time: give the field a reducer (append, merge or add), or let one of them write another field.",
        { field, names: word('{list} and {last}', { list: names.slice(0, -1).join(', '), last: names.at(-1) }) },
      ),
      { path: `stateType.fields.${field}`, ...(writers[1] === undefined ? {} : { stepId: writers[1].id }) },
    )
  }
  return new AgentError('graph.parallelWrite', word('Two parallel steps wrote the same field.'))
}
