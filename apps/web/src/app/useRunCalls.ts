import { useStore } from 'zustand/react'
import { useEditor } from '../editor/EditorContext.tsx'
import { selectRun } from '../editor/selectors.ts'
import { useRunActivity, useRunController } from '../runner/RunContext.tsx'

/** What calls the person to the run panel, each told from others of its kind; empty while nothing does. */
export function useRunCalls(): readonly string[] {
  const { gate, refused, problems } = useRunActivity()
  const wanted = useStore(useRunController().input.state, (input) => input.wanted)
  const question = useEditor(({ session }) => session.focusQuestion?.request)
  const stop = useEditor((state) => {
    const run = selectRun(state)
    return run?.status === 'paused' || run?.status === 'failed' ? `${run.runId} ${run.status}` : undefined
  })
  const calls = { gate: gate?.kind, refused, problem: problems?.[0]?.code, wanted, question, stop }
  return Object.entries(calls).flatMap(([kind, call]) => (call === undefined ? [] : [`${kind} ${call}`]))
}
