import { AgentError } from '../errors/AgentError.ts'
import type { RunEvent } from '../events/RunEvent.ts'
import type { State, StateType } from '../state/StateType.ts'
import type { AgentRuntime } from './AgentRuntime.ts'
import { editThread } from './editThread.ts'
import type { RunOptions } from './RunOptions.ts'
import type { RunInput } from './run/checkInput.ts'
import { EventQueue } from './run/EventQueue.ts'
import { startRun } from './startRun.ts'
import type { EditOptions, ThreadEdit } from './ThreadEdit.ts'
import type { AgentGraph } from './toLangGraph.ts'

/**
 * A runnable agent. Made by `AgentBuilderDirector.build()`; one made by hand has to be built first.
 *
 * @example
 * const agent = await new AgentBuilderDirector(config, createDefaultRegistry()).build()
 * const state = await agent.run({ question: 'Where is my order?' })
 * for await (const event of agent.stream({ question: 'And now?' })) show(event)
 */
export class Agent {
  #runtime: AgentRuntime | null | undefined

  /** True once it can run. */
  get built(): boolean {
    return this.#runtime !== undefined
  }

  /** The compiled LangGraph graph. Throws `run.notBuilt` before it is built. */
  get graph(): AgentGraph {
    return this.#require('graph').graph
  }

  /** The state's type, with `messages` added when a step needs it. Throws `run.notBuilt` before it is built. */
  get stateType(): StateType {
    return this.#require('stateType').plan.stateType
  }

  /** Gives the agent what it runs with. Called by the director. */
  build(runtime: AgentRuntime | null): this {
    this.#runtime = runtime
    return this
  }

  /**
   * Runs the agent and gives the final state. A run that pauses (a question, a breakpoint) gives the state so far: use
   * `stream` to see the question. With `null` as input a thread goes on where it stopped.
   *
   * @throws AgentError `run.notBuilt`, the coded error of the step that failed, or `run.stopped` when it was aborted.
   */
  async run(input: RunInput | null, options: RunOptions = {}): Promise<State> {
    return startRun(this.#require('run'), input, options, () => {})
  }

  /**
   * Runs the agent and gives its events as they happen. The last one says how it ended: `run-end`, `run-pause`,
   * `run-error` or `run-cancel`. Leaving the loop early stops the run.
   *
   * @throws AgentError `run.notBuilt` when it was not built, `build.argument` for options that make no sense.
   */
  stream(input: RunInput | null, options: RunOptions = {}): AsyncIterable<RunEvent> {
    return follow(this.#require('stream'), input, options)
  }

  /**
   * Sets fields of a thread that waits at a breakpoint: each value is that of the whole field. The thread waits on; the
   * steps that come next see what was set. At a breakpoint of a called agent the fields are those of that agent.
   *
   * @throws AgentError `run.stateType` or `run.unknownKey` naming the field, `run.noThread`, `build.argument` when it
   * does not wait at a breakpoint.
   */
  async edit(values: RunInput, options: EditOptions): Promise<ThreadEdit> {
    return editThread(this.#require('edit'), values, options)
  }

  #require(member: 'run' | 'edit' | 'stream' | 'graph' | 'stateType'): AgentRuntime {
    if (this.#runtime === undefined) throw new AgentError('run.notBuilt', `Agent.${member}() called before build()`)
    if (this.#runtime === null) {
      throw new AgentError('run.notBuilt', 'Agent.graph is null - agent was not properly built')
    }
    return this.#runtime
  }
}

async function* follow(runtime: AgentRuntime, input: RunInput | null, options: RunOptions): AsyncGenerator<RunEvent> {
  const queue = new EventQueue<RunEvent>()
  const leave = new AbortController()
  const signal = options.signal === undefined ? leave.signal : AbortSignal.any([options.signal, leave.signal])
  let fault: unknown
  let told = false
  const done = startRun(runtime, input, { ...options, signal }, (event) => {
    told = true
    queue.push(event)
  })
    // What went wrong in the run is its last event; only what kept it from starting is thrown.
    .catch((thrown: unknown) => {
      fault = thrown
    })
    .finally(() => queue.close())
  try {
    yield* queue.read()
    if (!told) throw fault
  } finally {
    leave.abort()
    await done
  }
}
