import type { AgentConfig, Json } from '@petal/core/model'
import { useEffect, useState } from 'react'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectSelection } from '../../editor/selectors.ts'
import { useWorkspace } from '../../storage/WorkspaceContext.tsx'

/** What a text of the step in hand was when the newest run began; undefined when that is not known. */
export function useSentText(path: string): string | undefined {
  const { library } = useWorkspace()
  const runId = useEditor((state) => state.runs.current?.runId)
  const stepId = useEditor((state) => selectSelection(state).stepIds[0])
  const agentId = useEditor((state) => state.session.trail.at(-1)?.agentId)
  const [ran, setRan] = useState<AgentConfig>()
  useEffect(() => {
    let isCurrent = true
    setRan(undefined)
    if (runId !== undefined)
      library.runs.config(runId).then(
        (config) => (isCurrent ? setRan(config) : undefined),
        // Without it there is nothing to compare with.
        () => undefined,
      )
    return () => {
      isCurrent = false
    }
  }, [library, runId])
  const agent = agentId === undefined ? ran : ran?.agents?.[agentId]
  return textAt(agent?.steps.find(({ id }) => id === stepId)?.config, path.split('.').slice(1))
}

function textAt(config: Json | undefined, keys: readonly string[]): string | undefined {
  const value = keys.reduce<Json | undefined>(
    (at, key) => (at instanceof Object && Object.hasOwn(at, key) ? Object(at)[key] : undefined),
    config,
  )
  return typeof value === 'string' ? value : undefined
}
