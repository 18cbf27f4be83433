import type { Json } from '../../json/Json.ts'
import { normalizeJson } from '../../json/normalizeJson.ts'
import type { StepContext } from '../../step/StepContext.ts'
import { createStepModels } from './createStepModels.ts'
import type { StepExecution } from './StepExecution.ts'
import type { StepSignal } from './StepSignal.ts'

/** What a context is made of. */
export interface ContextInit {
  readonly execution: StepExecution
  readonly signal: StepSignal
  readonly ask: (question: Json) => Json
  readonly fields: Readonly<Record<string, string>>
}

/** What one execution of a step may touch. The signal is made only when the step looks at it. */
export function createStepContext({ execution, signal, ask, fields }: ContextInit): StepContext {
  const { step, session } = execution
  const { fetch, sandbox } = session.services
  return {
    config: step.config,
    stepId: step.id,
    nodeName: step.nodeName,
    get signal() {
      return signal.signal
    },
    emit: (text) => execution.emit({ type: 'step-delta', text }),
    log: (level, message, data) => execution.log(level, message, data),
    models: createStepModels(execution),
    fetch,
    sandbox,
    fields,
    ask: (question) => ask(normalizeJson(question, 'question')),
  }
}
