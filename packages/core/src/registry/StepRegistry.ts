import { AgentError } from '../errors/AgentError.ts'
import type { StepDefinition } from '../step/StepDefinition.ts'
import type { StepStrategyClass } from '../step/StepPlugin.ts'
import type { StepStrategy } from '../step/StepStrategy.ts'
import { describeStrategy } from './describeStrategy.ts'

/**
 * The step types an agent may use, by name. A value that is passed on, never a global. Names are compared as they
 * stand: ` llm ` is not `llm`.
 */
export class StepRegistry {
  readonly #entries = new Map<string, { strategy: StepStrategyClass; definition: StepDefinition }>()

  /**
   * Enters a type of step. A name that is taken is replaced.
   *
   * @param definition What the designer shows; default: the one the strategy was defined with, else a plain one.
   * @throws AgentError `build.plugin` when `strategy` is not a class with `createStep` and `getNodeName`.
   */
  register(name: string, strategy: StepStrategyClass, definition?: StepDefinition): void {
    checkStrategy(name, strategy)
    this.#entries.set(name, { strategy, definition: definition ?? describeStrategy(name, strategy) })
  }

  /** Takes a type of step out. Steps of that type are unknown from then on. */
  unregister(name: string): void {
    this.#entries.delete(name)
  }

  /** A new instance of the strategy. Throws `Unknown step type: x`. */
  getStrategy(name: string): StepStrategy {
    return new (this.#find(name).strategy)()
  }

  /** Throws `Unknown step type: x` when nothing is registered under the name. */
  validateStrategy(name: string): void {
    this.#find(name)
  }

  /** The names, in the order they were first registered. */
  list(): string[] {
    return [...this.#entries.keys()]
  }

  /** What the designer, the planner and the forms need to know about a type; nothing for an unknown one. */
  describe(name: string): StepDefinition | undefined {
    return this.#entries.get(name)?.definition
  }

  #find(name: string) {
    const entry = this.#entries.get(name)
    if (entry !== undefined) return entry
    throw new AgentError('graph.unknownStep', `Unknown step type: ${name}`, { detail: { available: this.list() } })
  }
}

function checkStrategy(name: unknown, strategy: unknown): void {
  if (typeof name !== 'string' || name.trim() === '') {
    throw new AgentError('build.plugin', 'A step type needs a name.')
  }
  const prototype: unknown = typeof strategy === 'function' ? strategy.prototype : undefined
  const hasMethods =
    typeof prototype === 'object' &&
    prototype !== null &&
    ['createStep', 'getNodeName'].every((method) => typeof Reflect.get(prototype, method) === 'function')
  if (hasMethods) return
  throw new AgentError(
    'build.plugin',
    `Step type '${name}' cannot be registered: its strategy must be a class that extends StepStrategy, with createStep and getNodeName.`,
  )
}
