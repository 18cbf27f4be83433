import type { AgentConfig, PlanResult, RunState, State } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  type AgentInputs,
  type InputDraft,
  type InputField,
  listAgentInputs,
  readConversation,
  readInputDraft,
  toInputDraft,
  withUserTurn,
} from './agentInputs.ts'
import { createInputHistory, type InputHistory, stepInputHistory } from './inputHistory.ts'

/** What a person has prepared for the next run. */
export interface RunInputState {
  /** The fields as they were typed. A field that was not touched is not in it. */
  readonly draft: InputDraft
  /** What stands in the chat box. */
  readonly message: string
  /** What is wrong with the draft, by field (the conversation's name for the chat box); since the last try to run. */
  readonly faults: Readonly<Record<string, string>>
  /** True while all that is wrong is that something is empty: a person may mean it so. */
  readonly onlyEmpty: boolean
  /** The field that should take the focus, until it has done so. */
  readonly wanted: string | undefined
  readonly history: InputHistory
  /** What was being written when the person went back to earlier inputs. */
  readonly unsent?: Pick<RunInputState, 'draft' | 'message'>
}

export interface RunInputParts {
  /** The agent on screen. */
  agent(): AgentConfig
  plan(agent: AgentConfig): PlanResult
  /** The run on screen, whose conversation goes on. */
  currentRun(): RunState | undefined
  /** The names of the steps that have nothing to go by while a field is empty. */
  readersOf(field: string): readonly string[]
}

const empty: RunInputState = {
  draft: {},
  message: '',
  faults: {},
  onlyEmpty: false,
  wanted: undefined,
  history: createInputHistory([]),
}

/** The input of the next run: shared by the panel, the Run button and the shortcut. */
export class RunInput {
  readonly state: StoreApi<RunInputState> = createStore<RunInputState>(() => empty)
  readonly #parts: RunInputParts

  constructor(parts: RunInputParts) {
    this.#parts = parts
  }

  /** What the agent on screen asks for. */
  inputs(): AgentInputs {
    const agent = this.#parts.agent()
    return listAgentInputs(agent, this.#parts.plan(agent))
  }

  setField(name: string, text: string): void {
    this.state.setState(({ draft, faults: { [name]: _, ...faults } }) => ({
      draft: { ...draft, [name]: text },
      faults,
    }))
  }

  setMessage(message: string): void {
    this.state.setState({ message, faults: {} })
  }

  /** The field that was wanted has the focus. */
  found(): void {
    this.state.setState({ wanted: undefined })
  }

  /** Begins anew for another agent, with its earlier inputs (newest first) to go back to. */
  reset(earlier: readonly State[]): void {
    const history = createInputHistory(earlier)
    const [last] = history.entries
    this.state.setState(
      { ...empty, history, draft: last === undefined ? {} : toInputDraft(this.inputs().fields, last) },
      true,
    )
  }

  /** Shows an earlier input, or a later one again; at the end what was being written before. */
  recall(direction: 'older' | 'newer'): void {
    const { draft, message, history: before, unsent = { draft, message } } = this.state.getState()
    const history = stepInputHistory(before, direction)
    if (history === before) return
    const entry = history.entries[history.index]
    const shown = entry === undefined ? unsent : { ...this.#toDraft(entry), unsent }
    this.state.setState({ ...empty, history, ...shown }, true)
  }

  /**
   * The values to run with; undefined when a field cannot be read, or when one is empty that a step waits for, unless
   * `evenIfEmpty`. What is wrong is then told by `faults`, and the first field of these is wanted.
   */
  read({ evenIfEmpty = false }: { readonly evenIfEmpty?: boolean } = {}): State | undefined {
    const { draft, message } = this.state.getState()
    const { fields, messagesField } = this.inputs()
    const typed = { ...toInputDraft(fields, {}), ...draft }
    const reading = readInputDraft(fields, typed)
    const unread = reading.ok ? {} : reading.faults
    const missing = evenIfEmpty ? {} : this.#findMissing(typed)
    const faults = { ...missing, ...unread }
    const names = [...fields.map(({ name }) => name), messagesField ?? ''].filter((name) => name in faults)
    this.state.setState({ faults, onlyEmpty: reading.ok, wanted: names[0] })
    if (!reading.ok || names.length > 0) return undefined
    if (messagesField === undefined) return reading.values
    const conversation = readConversation(this.#parts.currentRun()?.state[messagesField])
    return { ...reading.values, [messagesField]: withUserTurn(conversation, message) }
  }

  /** The input has been run: it joins the earlier ones, and the chat box is empty again. */
  used(input: State): void {
    const { draft, history } = this.state.getState()
    const { entries } = history
    this.state.setState({ ...empty, draft, history: createInputHistory([input, ...entries]) }, true)
  }

  /** What is empty though a step waits for it, with the words that say so. */
  #findMissing(typed: InputDraft): Readonly<Record<string, string>> {
    const { fields, messagesField } = this.inputs()
    const { message } = this.state.getState()
    const names = fields.filter((field) => isMissing(field, typed[field.name] ?? '')).map(({ name }) => name)
    if (messagesField !== undefined && message.trim() === '') names.push(messagesField)
    return Object.fromEntries(
      names.flatMap((name) => {
        const readers = this.#parts.readersOf(name)
        return readers.length === 0 ? [] : [[name, sayMissing(readers, name === messagesField)]]
      }),
    )
  }

  #toDraft(input: State): Pick<RunInputState, 'draft' | 'message'> {
    const { fields, messagesField } = this.inputs()
    const last = messagesField === undefined ? undefined : readConversation(input[messagesField]).at(-1)
    return { draft: toInputDraft(fields, input), message: last?.content ?? '' }
  }
}

/** An empty field takes its default, but for a text: that is taken as it is, unless it is meant to begin empty. */
function isMissing({ type, default: initial }: InputField, text: string): boolean {
  if (text.trim() !== '') return false
  return initial === undefined || (type === 'string' && initial !== '')
}

function sayMissing([first = '', ...others]: readonly string[], isChat: boolean): string {
  const values = { first, more: others.length }
  if (others.length === 0)
    return isChat
      ? t('Write a message: “{first}” waits for it.', { first })
      : t('This is empty: “{first}” waits for it.', { first })
  return isChat
    ? t('Write a message: “{first}” and {more} more wait for it.', values)
    : t('This is empty: “{first}” and {more} more wait for it.', values)
}
