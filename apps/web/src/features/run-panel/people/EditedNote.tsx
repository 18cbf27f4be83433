import type { RunState } from '@petal/core/model'
import { PencilLine } from 'lucide-react'
import { compareStates } from '../compareStates.ts'
import { sayEdited } from './sayEdited.ts'

/** Says at a breakpoint which fields were set since the run stopped there. */
export function EditedNote({ run }: { readonly run: RunState }) {
  const { edits = [], executions } = run
  const names = edits
    .filter(({ after }) => after === executions.length)
    .flatMap(({ stateBefore, stateAfter }) => compareStates(stateBefore, stateAfter))
    .flatMap(({ kind, name }) => (kind === 'same' ? [] : [name]))
  if (names.length === 0) return null
  return (
    <p className="flex items-center gap-2 text-ink-soft text-sm">
      <PencilLine aria-hidden className="size-3.5 shrink-0 text-human" />
      {sayEdited(names)}
    </p>
  )
}
