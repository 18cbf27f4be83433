import type { AnswerRecord, RunState, StateEditRecord } from '@petal/core/model'

/** One thing that a person did in a run. */
interface Deed {
  /** Tells it from all others of the run: several may be done at once. */
  readonly key: string
  readonly answer?: AnswerRecord
  readonly edit?: StateEditRecord
}

/** What people did after more than `from` executions of a run had begun, and after `upTo` at most, in its order. */
export function listDeeds({ answers = [], edits = [] }: RunState, from: number, upTo: number): readonly Deed[] {
  const deeds = [
    ...answers.map((answer, index) => ({ key: `answer ${index}`, answer, after: answer.after, at: answer.at })),
    ...edits.map((edit, index) => ({ key: `edit ${index}`, edit, after: edit.after, at: edit.at })),
  ]
  return deeds.filter(({ after }) => from < after && after <= upTo).toSorted((a, b) => a.after - b.after || a.at - b.at)
}
