import { type AgentConfig, type RunEvent, type RunState, reduceRun } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RunTrials } from '../runner/RunTrials.ts'
import type { Library } from '../storage/Library.ts'
import type { AgentTest } from './AgentTest.ts'
import { judgeRun, type Verdict } from './judgeRun.ts'
import { readTests } from './readTests.ts'
import { writeTests } from './writeTests.ts'

const settingName = 'agent-tests'

/** The tests of one agent, and how their newest runs went. */
export interface AgentTestsState {
  readonly tests: readonly AgentTest[]
  readonly verdicts: Readonly<Record<string, Verdict | 'running'>>
  /** Why the tests could not be read or kept. */
  readonly problem?: string
}

export interface AgentTestsParts {
  readonly library: Pick<Library, 'getSetting' | 'updateSetting'>
  readonly trials: Pick<RunTrials, 'runAgent'>
  readonly agentId: string
}

/** Tests of an agent: kept in this browser beside it, run one after the other beside the run on screen. */
export class AgentTests {
  readonly state: StoreApi<AgentTestsState> = createStore<AgentTestsState>(() => ({ tests: [], verdicts: {} }))
  readonly #parts: AgentTestsParts
  #stop: (() => void) | undefined

  constructor(parts: AgentTestsParts) {
    this.#parts = parts
  }

  /** Reads what is kept. Never rejects. */
  async load(): Promise<void> {
    await this.#guarded(async () => this.state.setState({ tests: await this.#read() }))
  }

  /**
   * Keeps a test, in place of the one with its id if there is one; otherwise before the one that stands `at` that place.
   * False when it is not kept. Never rejects.
   */
  async keep(test: AgentTest, at?: number): Promise<boolean> {
    const isKept = await this.#change((tests) =>
      tests.some(({ id }) => id === test.id)
        ? tests.map((other) => (other.id === test.id ? test : other))
        : tests.toSpliced(at ?? tests.length, 0, test),
    )
    if (isKept) this.state.setState(({ verdicts: { [test.id]: _old, ...verdicts } }) => ({ verdicts }))
    return isKept
  }

  /** False when it is still there. Never rejects. */
  remove(id: string): Promise<boolean> {
    return this.#change((tests) => tests.filter((test) => test.id !== id))
  }

  /** Runs tests one after the other, with this agent. Never rejects. */
  async run(tests: readonly AgentTest[], agent: AgentConfig): Promise<void> {
    let isStopped = false
    this.stop()
    const stop = () => {
      isStopped = true
    }
    this.#stop = stop
    for (const test of tests) {
      if (isStopped) return
      this.#setVerdict(test.id, 'running')
      let run: RunState | undefined
      const listen = (events: readonly RunEvent[]) => {
        run = events.reduce<RunState | undefined>(reduceRun, run)
      }
      const { models, recorded, answers = {} } = test
      const replay = models === 'asked' ? { answers } : { recorded, answers }
      const trial = this.#parts.trials.runAgent(agent, test.input, listen, replay)
      this.#stop = () => {
        stop()
        trial.stop()
      }
      const problem = await trial.done
      const reason = problem?.message ?? t('The run did not begin.')
      this.#setVerdict(test.id, run === undefined ? { passed: false, reason, failures: [] } : judgeRun(test, run))
    }
  }

  /** Ends what runs. */
  stop(): void {
    this.#stop?.()
    this.#stop = undefined
  }

  #setVerdict(id: string, verdict: Verdict | 'running'): void {
    this.state.setState(({ verdicts }) => ({ verdicts: { ...verdicts, [id]: verdict } }))
  }

  async #read(): Promise<readonly AgentTest[]> {
    const { library, agentId } = this.#parts
    return readTests(await library.getSetting(settingName), agentId)
  }

  async #change(change: (tests: readonly AgentTest[]) => readonly AgentTest[]): Promise<boolean> {
    const { library, agentId } = this.#parts
    return this.#guarded(async () => {
      let tests: readonly AgentTest[] = []
      await library.updateSetting(settingName, (stored, agentIds) => {
        tests = change(readTests(stored, agentId))
        return writeTests(stored, { agentId, tests, agentIds })
      })
      this.state.setState({ tests })
    })
  }

  async #guarded(work: () => Promise<void>): Promise<boolean> {
    try {
      await work()
      this.state.setState(({ problem: _past, ...state }) => state, true)
      return true
    } catch {
      this.state.setState({ problem: t('The browser storage cannot be reached: tests are not kept.') })
      return false
    }
  }
}
