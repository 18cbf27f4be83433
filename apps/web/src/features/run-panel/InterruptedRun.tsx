import { Button } from '@petal/ui'
import { Unplug } from 'lucide-react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand/react'
import { useActions, useEditor } from '../../editor/EditorContext.tsx'
import { selectAgent } from '../../editor/selectors.ts'
import { useRunController } from '../../runner/RunContext.tsx'

/**
 * The page went away during the last run: what it did can be seen, and nothing is repeated unasked. `children` when the
 * last run came to its end.
 */
export function InterruptedRun({ children }: { readonly children: ReactNode }) {
  const controller = useRunController()
  const { receive } = useActions()
  const [last] = useStore(controller.archive.records)
  const agent = useEditor(selectAgent)
  if (last?.status !== 'interrupted') return children
  const step = agent.steps.find(({ id }) => id === last.lastStepId)
  const name = step?.nodeName ?? last.lastStepId
  return (
    <div role="status" className="m-4 flex items-start gap-2.5 rounded-lg border border-warn-line bg-warn-soft p-3">
      <Unplug aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      <div className="flex flex-1 flex-col gap-2">
        <p className="text-ink">
          <span className="font-medium">Run interrupted{name === undefined ? '' : ` at step ${name}`}.</span> The page
          was closed before it ended. What was done so far is kept.
        </p>
        <div className="flex gap-2">
          <Button size="sm" onClick={async () => receive(await controller.archive.events(last.runId))}>
            Show what it did
          </Button>
          <Button size="sm" onClick={() => controller.start(last.input)}>
            Run again
          </Button>
          <Button size="sm" variant="ghost" onClick={() => controller.archive.remove(last.runId)}>
            Discard
          </Button>
        </div>
      </div>
    </div>
  )
}
