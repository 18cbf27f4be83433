import {
  type AgentConfig,
  type Problem,
  type RunEvent,
  type RunState,
  reduceRun,
  type State,
  type StepConfig,
} from '@petal/core/model'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { StepFactsSource } from '../editor/createStepFacts.ts'
import type { RunTrials } from './RunTrials.ts'
import { toStepTrial } from './toStepTrial.ts'

/** How many variants of a step are kept side by side. */
const VARIANTS_KEPT = 4

/** One try of a step: with which settings, and what came of it. */
export interface StepVariant {
  /** 1, 2, 3 … for each step. */
  readonly number: number
  readonly step: StepConfig
  readonly isRunning: boolean
  readonly run?: RunState
  /** Why it did not even begin. */
  readonly problem?: Problem
}

/** What is to be tried. */
export interface StepTry {
  /** Names the step among those of all agents: its variants are kept under it. */
  readonly key: string
  /** The agent it is a step of. */
  readonly agent: AgentConfig
  readonly step: StepConfig
  readonly facts: StepFactsSource
  /** The state it begins with. */
  readonly state: State
}

/** The newest tries of each step, newest first. They are gone with the page. */
export class StepTrials {
  readonly variants: StoreApi<Readonly<Record<string, readonly StepVariant[]>>> = createStore(() => ({}))
  readonly #trials: RunTrials
  readonly #stops = new Map<string, () => void>()

  constructor(trials: RunTrials) {
    this.#trials = trials
  }

  /** Tries a step once more, beside the variants before. Never rejects. */
  async begin({ key, agent, step, facts, state }: StepTry): Promise<void> {
    this.stop(key)
    const before = this.#of(key).slice(0, VARIANTS_KEPT - 1)
    const number = (before[0]?.number ?? 0) + 1
    this.#set(key, [{ number, step, isRunning: true }, ...before])
    let run: RunState | undefined
    const listen = (events: readonly RunEvent[]): void => {
      run = events.reduce<RunState | undefined>(reduceRun, run)
      if (run !== undefined) this.#change(key, number, { run })
    }
    const { done, stop } = this.#trials.runAgent(toStepTrial(agent, step, facts), state, listen)
    this.#stops.set(key, stop)
    const problem = await done
    if (this.#stops.get(key) === stop) this.#stops.delete(key)
    this.#change(key, number, { isRunning: false, ...(problem === undefined ? {} : { problem }) })
  }

  /** Ends the try of a step that is under way; what came of it so far stays. */
  stop(key: string): void {
    this.#stops.get(key)?.()
  }

  /** Forgets one variant. */
  remove(key: string, number: number): void {
    const gone = this.#of(key).find((variant) => variant.number === number)
    if (gone?.isRunning === true) this.stop(key)
    const others = this.#of(key).filter((variant) => variant !== gone)
    this.#set(key, others)
  }

  #of(key: string): readonly StepVariant[] {
    const all = this.variants.getState()
    return Object.hasOwn(all, key) ? (all[key] ?? []) : []
  }

  #change(key: string, number: number, more: Partial<StepVariant>): void {
    const changed = this.#of(key).map((variant) => (variant.number === number ? { ...variant, ...more } : variant))
    this.#set(key, changed)
  }

  #set(key: string, variants: readonly StepVariant[]): void {
    this.variants.setState({ [key]: variants })
  }
}

const known = new WeakMap<RunTrials, StepTrials>()

/** The tries beside these. Made when a step is tried first: few visits need it. */
export function stepTrialsOf(trials: RunTrials): StepTrials {
  const made = known.get(trials) ?? new StepTrials(trials)
  known.set(trials, made)
  return made
}
