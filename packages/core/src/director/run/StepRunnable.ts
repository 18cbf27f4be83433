import { Runnable, type RunnableConfig } from '@langchain/core/runnables'
import { StateEdit } from './StateEdit.ts'

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

/** What a runnable is made of. */
export interface StepRunnableInit {
  /** Does the work of the node, from the values of the channels. */
  run(channels: object, config: RunnableConfig): Promise<NodeResult>
  /** The nodes that plain edges lead to. */
  readonly targets: readonly string[]
  /** Turns values that someone sets from outside (`updateState`) into writes. */
  toWrites(values: Readonly<Record<string, unknown>>): readonly Write[]
}

/**
 * A node of the graph: does its work and writes the result in one go, without the sequence of traced runnables that
 * LangGraph puts around plain functions. That is a good third of the cost of a step, and it spares the signal of the run
 * one listener for every step of a fork.
 *
 * `__pregel_send` and `branch:to:` here, `getNode` and `getWriters` below are inner names of LangGraph, whose version is
 * pinned. The tests that compare runs with a reference interpreter fail as soon as they mean something else.
 */
export class StepRunnable extends Runnable<object, NodeResult> {
  readonly lc_namespace = ['petal']
  readonly #init: StepRunnableInit

  constructor(init: StepRunnableInit) {
    super()
    this.#init = init
  }

  override async invoke(channels: object, config: RunnableConfig): Promise<NodeResult> {
    const result = await this.#init.run(channels, config)
    this.#write(result, config)
    return result
  }

  /** Writes values from outside as if this node had made them; what a person edits leads where it says. */
  set(values: unknown, config: RunnableConfig): void {
    if (values instanceof StateEdit) {
      const { writes, next } = values
      config.configurable?.__pregel_send([...writes, ...next.map((target): Write => [`branch:to:${target}`, null])])
    } else if (typeof values === 'object' && values !== null) {
      this.#write(new NodeResult(this.#init.toWrites({ ...values }), []), config)
    }
  }

  #write({ writes, targets, waits }: NodeResult, config: RunnableConfig): void {
    const next = waits ? targets : [...this.#init.targets, ...targets]
    config.configurable?.__pregel_send([...writes, ...next.map((target): Write => [`branch:to:${target}`, null])])
  }
}

/** The way for values from outside. */
class StepWriter extends Runnable<unknown, unknown> {
  readonly lc_namespace = ['petal']
  readonly #step: StepRunnable

  constructor(step: StepRunnable) {
    super()
    this.#step = step
  }

  override async invoke(values: unknown, config: RunnableConfig): Promise<unknown> {
    this.#step.set(values, config)
    return values
  }
}

/** Makes a compiled node run the step, and nothing around it. */
export function runDirectly(node: object, step: StepRunnable): void {
  let writers: readonly [StepWriter] | undefined
  const getWriters = () => {
    writers ??= [new StepWriter(step)]
    return writers
  }
  Object.assign(node, { getNode: () => step, getWriters })
}
