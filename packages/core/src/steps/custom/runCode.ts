import { AgentError } from '../../errors/AgentError.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import { word } from '../../language/word.ts'
import type { State } from '../../state/StateType.ts'
import type { LogLevel, StepContext } from '../../step/StepContext.ts'
import type { Update } from '../../step/StepResult.ts'

const levels: Readonly<Record<'debug' | 'info' | 'warning' | 'error', LogLevel>> = {
  debug: 'DEBUG',
  info: 'INFO',
  warning: 'WARNING',
  error: 'ERROR',
}

/**
 * Runs the body of an async function in the sandbox, with a copy of the state in scope. What it logs is the step's log.
 *
 * @returns the update it returned, if any
 * @throws AgentError `code.…` when it cannot run, `run.resultType` when it returned something else
 */
export async function runCode(code: string, state: State, context: StepContext): Promise<Update | undefined> {
  const result = await context.sandbox.run({
    code,
    scope: { state },
    signal: context.signal,
    onLog: (level, text) => context.log(levels[level], text),
  })
  if (result === undefined || result === null) return undefined
  if (typeof result === 'object' && isJsonObject(result)) return result
  const given = Array.isArray(result) ? 'a list' : `${JSON.stringify(result).slice(0, 100)}`
  throw new AgentError(
    'run.resultType',
    word(
      'The code of step "{nodeName}" returned {given}. Return an object with the fields to write, such as { answer: 42 }.',
      { nodeName: context.nodeName, given },
    ),
    { stepId: context.stepId, path: 'config.code' },
  )
}
