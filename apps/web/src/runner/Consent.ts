import type { Problem } from '@petal/core/model'
import { msg } from '@petal/ui/language'
import type { LiveRun } from './LiveRun.ts'
import type { RunControllerParts } from './RunControllerParts.ts'

/** The person's word that an agent from outside may use what it names, for what is tried beside its runs. */
export class Consent {
  readonly #isTrusted: RunControllerParts['isTrusted']
  readonly #live: LiveRun
  readonly #waiting: ((refusal: Problem | undefined) => void)[] = []

  constructor({ isTrusted }: Pick<RunControllerParts, 'isTrusted'>, live: LiveRun) {
    this.#isTrusted = isTrusted
    this.#live = live
    // However the question goes away, whoever asked is told.
    live.activity.subscribe(({ gate }, { gate: before }) => {
      if (before?.kind === 'trust' && gate !== before) this.#settle(notAgreed)
    })
  }

  /** Asks the person, unless the agent is their own or was agreed to before. Gives why nothing may be tried, if so. */
  ask(): Promise<Problem | undefined> {
    if (this.#isTrusted()) return Promise.resolve(undefined)
    if (this.#live.isRunning) return Promise.resolve(runsNow)
    const { gate } = this.#live.activity.getState()
    const isAsked = gate?.kind === 'trust' && gate.start === undefined
    if (!isAsked) this.#live.set({ status: 'idle', gate: { kind: 'trust' } })
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  /** The person agreed. */
  give(): void {
    this.#settle(undefined)
  }

  #settle(refusal: Problem | undefined): void {
    for (const tell of this.#waiting.splice(0)) tell(refusal)
  }
}

const notAgreed: Problem = {
  code: 'tool.rejected',
  severity: 'error',
  message: msg('Nothing was sent: this agent came from outside, and you have not agreed to what it uses.'),
}

const runsNow: Problem = {
  code: 'run.failed',
  severity: 'error',
  message: msg('Nothing was sent: a run is under way. Wait for its end, or stop it first.'),
}
