import type { Problem } from '@petal/core/model'
import type { ReactNode } from 'react'
import { useActions } from '../../editor/EditorContext.tsx'
import { useRunActivity } from '../../runner/RunContext.tsx'
import { FirstLine } from './FirstLine.tsx'
import { MissingKeyCard } from './MissingKeyCard.tsx'

/** What keeps a run from starting, each with its way out; `children` while nothing is in the way. */
export function Obstacle({ children }: { readonly children: ReactNode }) {
  const { gate, problems } = useRunActivity()
  if (problems !== undefined) return <ProblemList problems={problems} />
  if (gate?.kind !== 'keys') return children
  return (
    <FirstLine className="mx-auto flex max-w-3xl flex-col gap-3 p-4">
      {gate.missing.map((missing) => (
        <MissingKeyCard key={`${missing.keyRef} ${missing.host}`} missing={missing} />
      ))}
    </FirstLine>
  )
}

function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const { focusField } = useActions()
  const errors = problems.filter(({ severity }) => severity === 'error')
  return (
    <FirstLine className="p-4">
      <div role="alert" className="rounded-lg border border-danger-line bg-danger-soft p-3">
        <p className="font-medium text-danger">
          {errors.length === 1
            ? 'One thing keeps this agent from running'
            : `${errors.length} things keep this agent from running`}
        </p>
        <ul className="mt-2 flex flex-col gap-1">
          {errors.map((problem) => (
            <li key={`${problem.code} ${problem.stepId ?? ''} ${problem.path ?? ''} ${problem.message}`}>
              <button
                type="button"
                className="focus-ring w-full rounded-md px-2 py-1 text-left text-ink hover:bg-surface"
                onClick={() => focusField(problem.path ?? '', problem.stepId)}
              >
                {problem.message}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </FirstLine>
  )
}
