import type { LiveRun } from './LiveRun.ts'
import type { RunControllerParts } from './RunControllerParts.ts'

/** The person's word that an agent from outside may use what it names, for what is tried beside its runs. */
export class Consent {
  readonly #isTrusted: RunControllerParts['isTrusted']
  readonly #live: LiveRun
  readonly #waiting: ((given: boolean) => void)[] = []

  constructor({ isTrusted }: Pick<RunControllerParts, 'isTrusted'>, live: LiveRun) {
    this.#isTrusted = isTrusted
    this.#live = live
  }

  /** Asks the person, unless the agent is their own or was agreed to before. False when they say no. */
  ask(): Promise<boolean> {
    if (this.#isTrusted()) return Promise.resolve(true)
    if (this.#live.isRunning) return Promise.resolve(false)
    this.#live.set({ status: 'idle', gate: { kind: 'trust' } })
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  /** Tells everybody who asked. */
  settle(given: boolean): void {
    for (const tell of this.#waiting.splice(0)) tell(given)
  }
}
