import type { StepRun } from '@petal/core/model'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectShownRun } from '../../editor/selectors.ts'
import { TokenPeek } from './TokenPeek.tsx'

/** What goes on inside a running step that calls an agent: the innermost step at work, with its newest words. */
export function InnerPeek({ run }: { readonly run: StepRun }) {
  const { executionId, status } = run
  const inner = useEditor((state) =>
    status !== 'running' || executionId === undefined
      ? undefined
      : selectShownRun(state)?.executions.findLast(
          (execution) => execution.status === 'running' && execution.path[0] === executionId,
        ),
  )
  return inner === undefined ? <TokenPeek run={run} /> : <TokenPeek run={inner} from={inner.nodeName} />
}
