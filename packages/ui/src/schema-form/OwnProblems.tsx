import { useFormState } from './FormContext.ts'
import { ProblemNote } from './ProblemNote.tsx'

interface OwnProblemsProps {
  /** As problems name it. */
  readonly path: string
}

/** The problems of exactly this place, not of what is inside it. */
export function OwnProblems({ path }: OwnProblemsProps) {
  const { problems, onFix } = useFormState()
  return problems
    .filter((problem) => problem.path === path)
    .map((problem) => (
      <ProblemNote
        key={`${problem.code} ${problem.message}`}
        problem={problem}
        onFix={onFix === undefined ? undefined : () => onFix(problem)}
      />
    ))
}
