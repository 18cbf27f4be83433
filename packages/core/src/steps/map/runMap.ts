import { AgentError } from '../../errors/AgentError.ts'
import { wordingOf } from '../../errors/wordingOf.ts'
import { formatBytes } from '../../json/formatBytes.ts'
import type { Json } from '../../json/Json.ts'
import { utf8Length } from '../../json/utf8Length.ts'
import { t } from '../../language/t.ts'
import { word } from '../../language/word.ts'
import type { State } from '../../state/StateType.ts'
import type { AgentReference, StepContext } from '../../step/StepContext.ts'
import type { Update } from '../../step/StepResult.ts'
import { Unanswered } from '../../step/Unanswered.ts'
import type { MapConfig } from './mapSchema.ts'
import { readResult } from './readResult.ts'
import { runItems } from './runItems.ts'

/** Most items of one map. */
const MAX_ITEMS = 10_000

/** Most bytes that all results of a map have together, written as JSON. */
const MAX_BYTES = 10_000_000

/** Runs an agent for each item. Items under way when one fails, or asks a person, are allowed to finish. */
export async function runMap(
  config: MapConfig,
  agent: AgentReference,
  state: State,
  context: StepContext,
): Promise<Update> {
  const { signal } = context
  const items = readItems(state, config, context)
  const map = new RunningMap({ config, agent, state, context, items })
  if (items.length > 0) context.progress(0, items.length)
  const outcomes = await runItems(items.length, config.concurrency, map.run, () => map.isOver)
  signal.throwIfAborted()
  if (map.waits !== undefined) throw map.waits
  if (map.fault !== undefined) throw map.fault
  const results = outcomes.flatMap((outcome) => (outcome === undefined || 'left' in outcome ? [] : [outcome.value]))
  return { [config.writes]: results }
}

function readItems(state: State, { over }: MapConfig, { stepId, nodeName }: StepContext): readonly Json[] {
  const list = Object.hasOwn(state, over) ? state[over] : undefined
  const place = { stepId, path: 'config.over' }
  if (!Array.isArray(list)) {
    throw new AgentError(
      'map.notAList',
      list === undefined
        ? word('"{nodeName}" goes through {over}, but that has no value.', { nodeName, over })
        : word('"{nodeName}" goes through {over}, but that is no list.', { nodeName, over }),
      place,
    )
  }
  if (list.length > MAX_ITEMS) {
    const message = word(
      '"{nodeName}" would go through {count} items of {over}: at most {maxItems} can be done in one run.',
      { nodeName, count: list.length, over, maxItems: MAX_ITEMS },
    )
    throw new AgentError('map.tooLong', message, {
      ...place,
      detail: { detail: { items: list.length, limit: MAX_ITEMS } },
    })
  }
  return list
}

/** What became of one item. */
type Outcome = { readonly value: Json } | { readonly left: true }

/** What one execution of a map has before it. */
interface MapWork {
  readonly config: MapConfig
  readonly agent: AgentReference
  readonly state: State
  readonly context: StepContext
  readonly items: readonly Json[]
}

/** The items of one execution as they are done. */
class RunningMap {
  readonly #work: MapWork
  #done = 0
  #bytes = 0
  /** Why no further item is begun. */
  fault: AgentError | undefined
  /** Set when an item asked a person who has not answered yet. */
  waits: unknown

  constructor(work: MapWork) {
    this.#work = work
  }

  get isOver(): boolean {
    return this.fault !== undefined || this.waits !== undefined || this.#work.context.signal.aborted
  }

  /** Does one item. It never rejects: what keeps the others from being begun is noted. */
  readonly run = async (index: number): Promise<Outcome | undefined> => {
    const { config, context, items } = this.#work
    try {
      const outcome = await (config.onItemError === 'fail' ? this.#runItem(index) : this.#runGently(index))
      this.#weigh(outcome)
      this.#done += 1
      context.progress(this.#done, items.length)
      return outcome
    } catch (thrown) {
      if (Unanswered.isInstance(thrown)) this.waits ??= thrown
      else this.fault ??= this.#toFault(thrown, index)
      return undefined
    }
  }

  async #runItem(index: number): Promise<Outcome> {
    const { config, agent, context } = this.#work
    const result = await context.runAgent(agent, this.#inputOf(index), keyOf(index))
    const value = readResult(config, result)
    if (value !== undefined) return { value }
    const message = word(
      '"{nodeName}" looks for the result of an item in {output}, but that has no value. Fields with a value: {result}.',
      {
        nodeName: context.nodeName,
        output: config.output || word('what the step wrote'),
        result: Object.keys(result).join(', '),
      },
    )
    throw new AgentError('template.missing', message, { path: 'config.output' })
  }

  /** With something in the stead of an item that fails. Noted, so that it is not tried again after a pause. */
  #runGently(index: number): Promise<Outcome> {
    const { config, context } = this.#work
    return context.once<Outcome>(`${keyOf(index)} outcome`, async () => {
      try {
        return await this.#runItem(index)
      } catch (thrown) {
        if (context.signal.aborted || Unanswered.isInstance(thrown)) throw thrown
        const message = this.#toFault(thrown, index).wording.said
        if (config.onItemError === 'skip') {
          context.log('WARNING', t('{message} It is left out.', { message }), { item: index })
          return { left: true }
        }
        context.log('WARNING', t('{message} The value instead is used.', { message }), { item: index })
        return { value: config.defaultValue }
      }
    })
  }

  #inputOf(index: number): Update {
    const { config, state, items } = this.#work
    const { itemField, indexField, inputs } = config
    const passed = inputs.flatMap(({ from, to }): [string, Json][] => {
      const value = Object.hasOwn(state, from) ? state[from] : undefined
      return value === undefined ? [] : [[to || from, value]]
    })
    const item = items[index] ?? null
    return Object.fromEntries([...passed, ...(indexField === '' ? [] : [[indexField, index]]), [itemField, item]])
  }

  #weigh(outcome: Outcome): void {
    if ('left' in outcome) return
    this.#bytes += utf8Length(JSON.stringify(outcome.value)) + 1
    if (this.#bytes <= MAX_BYTES) return
    const { config, context } = this.#work
    const { nodeName, stepId } = context
    const values = { nodeName, maxBytes: formatBytes(MAX_BYTES) }
    const message =
      config.output === ''
        ? word(
            'The results of "{nodeName}" are larger than {maxBytes} together. Name one field as the result of an item.',
            values,
          )
        : word('The results of "{nodeName}" are larger than {maxBytes} together.', values)
    throw new AgentError('map.tooLarge', message, { stepId, path: 'config.output' })
  }

  #toFault(thrown: unknown, index: number): AgentError {
    if (AgentError.isInstance(thrown) && thrown.code.startsWith('map.')) return thrown
    const reason = wordingOf(thrown)
    const { code, detail, path, retryable } = AgentError.isInstance(thrown)
      ? thrown
      : { code: 'run.failed' as const, detail: undefined, path: undefined, retryable: false }
    return new AgentError(
      code,
      word('Item {index} of {count} failed: {reason}', { index: index + 1, count: this.#work.items.length, reason }),
      {
        stepId: this.#work.context.stepId,
        cause: thrown,
        retryable,
        ...(path === undefined ? {} : { path }),
        ...(detail === undefined ? {} : { detail }),
      },
    )
  }
}

function keyOf(index: number): string {
  return `item ${index + 1}`
}
