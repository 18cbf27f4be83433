import type { AgentConfig, PlanResult, RunState, State } from '@petal/core/model'
import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  type AgentInputs,
  type InputDraft,
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
  /** What is wrong with the draft, by field; since the last try to run. */
  readonly faults: Readonly<Record<string, string>>
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
}

const empty: RunInputState = { draft: {}, message: '', faults: {}, history: createInputHistory([]) }

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
    this.state.setState({ message })
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

  /** The values to run with; undefined when a field cannot be read, which `faults` then tells. */
  read(): State | undefined {
    const { draft, message } = this.state.getState()
    const { fields, messagesField } = this.inputs()
    const reading = readInputDraft(fields, { ...toInputDraft(fields, {}), ...draft })
    this.state.setState({ faults: reading.ok ? {} : reading.faults })
    if (!reading.ok) return undefined
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

  #toDraft(input: State): Pick<RunInputState, 'draft' | 'message'> {
    const { fields, messagesField } = this.inputs()
    const last = messagesField === undefined ? undefined : readConversation(input[messagesField]).at(-1)
    return { draft: toInputDraft(fields, input), message: last?.content ?? '' }
  }
}
