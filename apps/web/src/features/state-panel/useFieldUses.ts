import type { StepConfig } from '@petal/core/model'
import { useMemo } from 'react'
import type { StepFactsSource } from '../../editor/createStepFacts.ts'
import { useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { listReads } from '../../editor/listReads.ts'
import { selectAgent } from '../../editor/selectors.ts'

/** A step that has to do with a field. */
export interface FieldUser {
  readonly stepId: string
  readonly name: string
}

/** Which steps read a field, and which write it. */
export interface FieldUses {
  readonly readers: readonly FieldUser[]
  readonly writers: readonly FieldUser[]
}

/** The uses of every field that a step reads or writes. */
export function useFieldUses(): ReadonlyMap<string, FieldUses> {
  const { facts } = useEditorInstance()
  const steps = useEditor((state) => selectAgent(state).steps)
  const revision = useEditor((state) => state.session.registryRevision)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the facts change with the registry's revision
  return useMemo(() => collectUses(steps, facts), [steps, facts, revision])
}

function collectUses(steps: readonly StepConfig[], facts: StepFactsSource): ReadonlyMap<string, FieldUses> {
  const uses = new Map<string, { readers: FieldUser[]; writers: FieldUser[] }>()
  const usesOf = (field: string) => {
    const known = uses.get(field) ?? { readers: [], writers: [] }
    uses.set(field, known)
    return known
  }
  for (const step of steps) {
    const known = facts.of(step)
    const user = { stepId: step.id, name: step.nodeName ?? known.typeTitle }
    for (const field of listReads(known)) usesOf(field).readers.push(user)
    for (const field of new Set(known.writes)) usesOf(field).writers.push(user)
  }
  return uses
}
