import { AgentError } from '../../errors/AgentError.ts'
import { word } from '../../language/word.ts'
import type { PlannedStep } from '../AgentPlan.ts'
import { onAbort } from './onAbort.ts'

/**
 * The signal of one execution: aborts when the run is stopped or the step's time is up. A controller is made only for
 * steps that look at the signal or have a time limit, and every listener is removed when the step is over.
 */
export class StepSignal {
  readonly #step: PlannedStep
  readonly #outer: AbortSignal | undefined
  readonly #cleanups: (() => void)[] = []
  #controller: AbortController | undefined

  constructor(step: PlannedStep, outer: AbortSignal | undefined) {
    this.#step = step
    this.#outer = outer
  }

  get signal(): AbortSignal {
    return this.#control().signal
  }

  /** Runs `work` within the step's time limit. Rejects with `run.timeout` when it is over, `run.stopped` when stopped. */
  async within<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    const { timeoutMs } = this.#step
    if (this.#outer?.aborted) throw this.#stopped()
    if (timeoutMs === undefined && this.#outer === undefined) return work()
    const { signal } = this.#control()
    const ended = new Promise<never>((_, reject) => {
      this.#listen(signal, () => reject(signal.reason))
    })
    if (timeoutMs !== undefined) this.#limit(timeoutMs)
    return Promise.race([work(), ended])
  }

  /** Removes what was set up. The signal does not change any more. */
  dispose(): void {
    for (const cleanup of this.#cleanups.splice(0)) cleanup()
  }

  #control(): AbortController {
    if (this.#controller !== undefined) return this.#controller
    const controller = new AbortController()
    this.#controller = controller
    if (this.#outer?.aborted) controller.abort(this.#stopped())
    else if (this.#outer !== undefined) this.#listen(this.#outer, () => controller.abort(this.#stopped()))
    return controller
  }

  #limit(timeoutMs: number): void {
    const timer = setTimeout(() => this.#control().abort(this.#timedOut(timeoutMs)), timeoutMs)
    this.#cleanups.push(() => clearTimeout(timer))
  }

  #listen(signal: AbortSignal, listener: () => void): void {
    this.#cleanups.push(onAbort(signal, listener))
  }

  #stopped(): AgentError {
    return new AgentError('run.stopped', word('Stopped'), { stepId: this.#step.id })
  }

  #timedOut(timeoutMs: number): AgentError {
    const { id, nodeName } = this.#step
    const message = word(
      'Step "{nodeName}" was stopped: it took longer than its timeout of {timeoutMs} ms. Raise the step\'s timeout if it needs more time.',
      { nodeName, timeoutMs },
    )
    return new AgentError('run.timeout', message, { stepId: id, detail: { detail: { timeoutMs } } })
  }
}
