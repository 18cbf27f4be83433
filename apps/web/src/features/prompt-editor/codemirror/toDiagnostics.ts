import type { Action, Diagnostic } from '@codemirror/lint'
import type { Problem } from '@petal/core/model'

/**
 * The problems of a text as marks in it, in the words of the problems list. Those without a place in the text are left
 * out: they stand under the field.
 *
 * @param length of the text in the editor, which may be a keystroke ahead of the one that was judged.
 */
export function toDiagnostics(
  problems: readonly Problem[],
  length: number,
  onFix: ((problem: Problem) => void) | undefined,
): Diagnostic[] {
  return problems.flatMap((problem) => {
    if (problem.range === undefined) return []
    const [from, to] = problem.range
    if (from >= length && length > 0) return []
    return [
      {
        from: Math.min(from, length),
        to: Math.min(to, length),
        severity: problem.severity,
        message: problem.message,
        actions: toActions(problem, onFix),
      },
    ]
  })
}

function toActions(problem: Problem, onFix: ((problem: Problem) => void) | undefined): readonly Action[] {
  if (problem.fix?.change === undefined || onFix === undefined) return []
  return [{ name: problem.fix.label, apply: () => onFix(problem) }]
}
