import type { RunState, StateEditRecord, StepExecution } from '@petal/core/model'
import { diffArrays } from 'diff'

/** One thing that happened in a run: a step ran, or a person edited the state. */
interface Happening {
  readonly execution?: StepExecution
  readonly edit?: StateEditRecord
}

/** What happened in two runs at the same place; undefined in the one in which it did not. */
export type AlignedPair = readonly [Happening | undefined, Happening | undefined]

/** What happened in two runs, in their order: the same steps, and the edits before the same steps, side by side. */
export function alignRuns(before: RunState, after: RunState): readonly AlignedPair[] {
  const [old, now] = [listHappenings(before), listHappenings(after)]
  const changes = diffArrays(old.map(nameIn(before)), now.map(nameIn(after)))
  const pairs: AlignedPair[] = []
  let [left, right] = [0, 0]
  for (const { added, removed, value } of changes) {
    for (let count = 0; count < value.length; count += 1) {
      pairs.push([added ? undefined : old[left], removed ? undefined : now[right]])
      if (!added) left += 1
      if (!removed) right += 1
    }
  }
  return pairs
}

function listHappenings({ executions, edits = [] }: RunState): readonly Happening[] {
  const editsAfter = (count: number) => edits.filter(({ after }) => after === count).map((edit) => ({ edit }))
  return [
    ...executions.flatMap((execution, index): readonly Happening[] => [...editsAfter(index), { execution }]),
    ...editsAfter(executions.length),
  ]
}

/** What something is called in both runs: its step, within which, and which item of a map it is. */
function nameIn({ executions }: RunState): (happening: Happening) => string {
  const steps = new Map(executions.map(({ executionId, stepId }) => [executionId, stepId]))
  const place = (path: readonly string[], key: string | undefined) => [
    ...path.map((id) => steps.get(id) ?? id),
    key ?? '',
  ]
  return ({ execution, edit }) =>
    edit === undefined
      ? JSON.stringify([...place(execution?.path ?? [], execution?.key), execution?.stepId])
      : JSON.stringify([...place(edit.path ?? [], edit.key), { before: edit.stepIds }])
}
