import { Runnable, type RunnableConfig } from '@langchain/core/runnables'

type Write = readonly [channel: string, value: unknown]

/** What a node did: values for channels, and nodes to go to beside those its edges lead to. */
export class NodeResult {
  readonly writes: readonly Write[]
  readonly targets: readonly string[]
  /** True for a join that goes to itself: its edges are not followed. */
  readonly waits: boolean

  constructor(writes: readonly Write[], targets: readonly string[], waits = false) {
    this.writes = writes
    this.targets = targets
    this.waits = waits
  }
}

/** Does the work of a node, from the values of the channels. */
export type NodeRun = (channels: object, config: RunnableConfig) => Promise<NodeResult>

/** The work of a node as LangGraph wants it. */
export class StepRunnable extends Runnable<object, NodeResult> {
  readonly lc_namespace = ['petal']
  readonly #run: NodeRun

  constructor(run: NodeRun) {
    super()
    this.#run = run
  }

  override invoke(channels: object, config: RunnableConfig): Promise<NodeResult> {
    return this.#run(channels, config)
  }
}

/** What a writer is made of. */
export interface WriterInit {
  /** The nodes that plain edges lead to. */
  readonly targets: readonly string[]
  /** Turns values that someone sets from outside (`updateState`) into writes. */
  toWrites(values: Readonly<Record<string, unknown>>): readonly Write[]
}

/**
 * Writes in one go what LangGraph's own writers do in several steps, each with a run tree and a merged config of its
 * own: the values, the edges and the exits.
 */
export class StepWriter extends Runnable<unknown, unknown> {
  readonly lc_namespace = ['petal']
  readonly #init: WriterInit

  constructor(init: WriterInit) {
    super()
    this.#init = init
  }

  override async invoke(result: unknown, config: RunnableConfig): Promise<unknown> {
    this.write(result, config)
    return result
  }

  write(result: unknown, config: RunnableConfig): void {
    const { writes, targets, waits } = result instanceof NodeResult ? result : this.#fromOutside(result)
    const edges = (waits ? targets : [...this.#init.targets, ...targets]).map(
      (target) => [`branch:to:${target}`, null] as const,
    )
    config.configurable?.__pregel_send([...writes, ...edges])
  }

  #fromOutside(values: unknown): NodeResult {
    if (typeof values !== 'object' || values === null) return new NodeResult([], [])
    return new NodeResult(this.#init.toWrites({ ...values }), [])
  }
}

/**
 * Lets a compiled node do its work and write its result without the sequence of traced runnables that LangGraph puts
 * around plain functions. That is a good third of the cost of a step, and it spares the signal of the run one listener
 * for every step of a fork.
 *
 * `getNode`, `__pregel_send` and `branch:to:` are inner names of LangGraph, whose version is pinned. The tests that
 * compare runs with a reference interpreter fail as soon as they mean something else.
 */
export function runDirectly(node: object, run: NodeRun, writer: StepWriter): void {
  const whole = new StepRunnable(async (channels, config) => {
    const result = await run(channels, config)
    writer.write(result, config)
    return result
  })
  Object.assign(node, { writers: [writer], getNode: () => whole })
}
