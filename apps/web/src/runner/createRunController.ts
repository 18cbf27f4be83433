import type { AgentConfig, Json, PlanResult, Problem, RunEvent, State } from '@petal/core/model'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RunHandle, Runner } from './createRunner.ts'

/** What the Run button and the panel need to know beside the run's own state. */
export interface RunActivity {
  readonly status: 'idle' | 'running' | 'stopping'
  /** Why the last start came to nothing. */
  readonly problem?: Problem
}

/** What the controller works with. */
export interface RunControllerParts {
  readonly runner: Runner
  /** The agent on screen. */
  agent(): AgentConfig
  plan(agent: AgentConfig): PlanResult
  receive(events: readonly RunEvent[]): void
}

/** Starts and stops runs of the agent on screen. */
export interface RunController {
  readonly activity: StoreApi<RunActivity>
  start(input: State): void
  stop(): void
  /** Goes on with the paused run: with an answer, or without one after a breakpoint. */
  resume(answer?: Json): void
  /** Loads the engine ahead of time. */
  preload(): void
}

export function createRunController({ runner, agent, plan, receive }: RunControllerParts): RunController {
  const activity = createStore<RunActivity>(() => ({ status: 'idle' }))
  let handle: RunHandle | undefined
  let thread = { threadId: '', agent: undefined as AgentConfig | undefined }

  const run = (config: AgentConfig, input: State | null, resume?: Json) => {
    const options = { threadId: thread.threadId, ...(resume === undefined ? {} : { resume }) }
    activity.setState({ status: 'running' }, true)
    handle = runner.start(config, input, options, receive)
    handle.done.then(({ problem }) => {
      handle = undefined
      activity.setState({ status: 'idle', ...(problem === undefined ? {} : { problem }) }, true)
    })
  }

  return {
    activity,
    start(input) {
      const config = agent()
      if (handle !== undefined || !plan(config).ok) return
      thread = { threadId: crypto.randomUUID(), agent: config }
      run(config, input)
    },
    stop() {
      if (handle === undefined) return
      activity.setState({ status: 'stopping' }, true)
      handle.stop()
    },
    resume(answer) {
      if (handle === undefined && thread.agent !== undefined) run(thread.agent, null, answer)
    },
    preload: () => runner.preload(),
  }
}
