import { type RunState, readToolDecision, readToolQuestion } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { lastOutput } from '../editor/fixOutput.ts'
import { nameOfExecution } from '../look/nameOfExecution.ts'
import { listAsked } from './listAsked.ts'

/**
 * What a person should know before a run becomes a test: why the test would not do the same, since it begins at the start,
 * nobody is there to write over anything, and what a model never answered, or a person nobody knows where, cannot be taken;
 * and what it does once more.
 */
export function warnOfRun(run: RunState): readonly string[] {
  const reason = whyNotTheSame(run)
  const tools = [...new Set(listAllowed(run))].join(', ')
  const again = t('A person allowed {tools} in this run. A test that comes to the same calls makes them again.', {
    tools,
  })
  const lost = sayUnplaced(run)
  return [reason, lost, tools === '' ? undefined : again].filter((warning) => warning !== undefined)
}

function whyNotTheSame(run: RunState): string | undefined {
  const { from, edits = [], steps } = run
  if (from !== undefined) {
    const names = from.stepIds.map((id) => steps[id]?.nodeName ?? id).join(', ')
    return t('This run began at {names}, in the middle of another. Its test runs the agent from the start.', { names })
  }
  if (edits.length > 0) return t('A person wrote over the state during this run. In its test nobody does.')
  const lacking = listAsked(run).filter((execution) => lastOutput(execution) === undefined)
  if (lacking.length === 0) return undefined
  const names = [...new Set(lacking.map((execution) => nameOfExecution(execution, run)))].join(', ')
  return t('This run has no answer to take for {names}. A test that takes its answers fails where it needs one.', {
    names,
  })
}

/** That it is not known to which step a person gave some answers, so that its test cannot give them. */
function sayUnplaced(run: RunState): string | undefined {
  const unplaced = (run.answers ?? []).filter(({ place }) => place === undefined)
  if (unplaced.length === 0) return undefined
  const callers = unplaced.map(({ executionId, stepId }) => {
    const caller = run.executions.find((execution) => execution.executionId === executionId)
    return caller === undefined ? (run.steps[stepId]?.nodeName ?? stepId) : nameOfExecution(caller, run)
  })
  return t(
    'This run does not tell which step of {names} a person answered. Its test gives no answer there, and fails where it needs one. Run the agent again to make a test that does.',
    { names: [...new Set(callers)].join(', ') },
  )
}

/** The tools of calls that a person was asked about and allowed. */
function listAllowed({ answers = [] }: RunState): readonly string[] {
  return answers.flatMap(({ question, answer }) => {
    const asked = readToolQuestion(question)
    const decision = readToolDecision(answer)?.decision
    return asked && (decision === 'approve' || decision === 'edit') ? [asked.tool] : []
  })
}
