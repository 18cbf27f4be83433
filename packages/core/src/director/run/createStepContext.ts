import { sendRequest } from '../../http/sendRequest.ts'
import type { Json } from '../../json/Json.ts'
import { normalizeJson } from '../../json/normalizeJson.ts'
import type { State } from '../../state/StateType.ts'
import type { StepContext } from '../../step/StepContext.ts'
import { createStepModels } from './createStepModels.ts'
import { createStepTools } from './createStepTools.ts'
import { type InnerAgents, type InnerRunRequest, ONLY_RUN } from './InnerAgents.ts'
import type { Questions } from './Questions.ts'
import type { StepExecution } from './StepExecution.ts'
import type { StepSignal } from './StepSignal.ts'

/** What a context is made of. */
export interface ContextInit {
  readonly execution: StepExecution
  readonly signal: StepSignal
  readonly questions: Questions
  readonly fields: Readonly<Record<string, string>>
  readonly agents: InnerAgents
}

/** What one execution of a step may touch. The signal is made only when the step looks at it. */
export function createStepContext({ execution, signal, questions, fields, agents }: ContextInit): StepContext {
  const { step, session } = execution
  const { documents, fetch, keys, sandbox } = session.services
  const ask = (question: Json, key?: string) => questions.ask(normalizeJson(question, 'question'), key)
  const passOn: InnerRunRequest['ask'] = (question, key, place) => questions.passOn({ question, key, place })
  const runAgent: StepContext['runAgent'] = async (agent, input, key = ONLY_RUN) => {
    const request = { agent, input, key, execution, signal: signal.signal, ask: passOn }
    // The final state of an agent is plain JSON.
    return (await execution.journal.once(key, () => agents.run(request) as Promise<Json>)) as State
  }
  return {
    config: step.config,
    stepId: step.id,
    nodeName: step.nodeName,
    get signal() {
      return signal.signal
    },
    emit: (text) => execution.emit({ type: 'step-delta', text }),
    log: (level, message, data) => execution.log(level, message, data),
    progress: (done, total) => execution.emit({ type: 'step-progress', done, total }),
    models: createStepModels(execution, signal),
    fetch,
    request: (request) => sendRequest(request, { fetch, keys, signal: signal.signal }),
    sandbox,
    documents,
    fields,
    tools: createStepTools({ execution, signal, ask, runAgent }),
    ask,
    // What the work gave is what it gives again: its type is that of its first result.
    once: async <Result extends Json>(key: string, work: () => Promise<Result>) =>
      (await execution.journal.once(key, work)) as Result,
    runAgent,
    stateOf: (agent) => agents.stateOf(agent, session.plan.agent),
  }
}
