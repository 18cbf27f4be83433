import { type AgentConfig, diffAgents, parseAgentConfig } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { useEffect, useMemo, useState } from 'react'
import { toAgentConfig } from '../../../editor/AgentDocument.ts'
import { useEditor } from '../../../editor/EditorContext.tsx'
import { selectFile } from '../../../editor/selectors.ts'
import { DifferenceList } from '../../../look/difference/DifferenceList.tsx'
import { ShowOnCanvas } from '../../../look/difference/ShowOnCanvas.tsx'
import { useWorkspace } from '../../../storage/WorkspaceContext.tsx'

interface VersionDifferencesProps {
  readonly agentId: string
  /** The version's. */
  readonly text: string
  /** What the version is called. */
  readonly name: string
}

/** What has changed since a version was kept. */
export function VersionDifferences({ agentId, text, name }: VersionDifferencesProps) {
  const now = useAgentNow(agentId)
  const compared = useMemo(() => {
    const then = parseAgentConfig(text)
    if (!then.ok || now === undefined) return undefined
    return { before: then.config, after: now, differences: diffAgents(then.config, now) }
  }, [text, now])
  if (compared === undefined)
    return <p className="text-ink-soft">{t('One of the two cannot be read, so that they cannot be compared.')}</p>
  const { before, after, differences } = compared
  if (differences.length === 0) return <p className="text-ink-soft">{t('Nothing has changed since then.')}</p>
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium text-ink">{t('What has changed since then')}</h3>
        <ShowOnCanvas title={t('Changes since “{name}”', { name })} before={before} after={after} />
      </div>
      <DifferenceList differences={differences} />
    </>
  )
}

/** The agent as it is: on screen, or as it is stored. */
function useAgentNow(agentId: string): AgentConfig | undefined {
  const { library, openId } = useWorkspace()
  const shown = useEditor((state) => toAgentConfig(selectFile(state)))
  const [stored, setStored] = useState<AgentConfig>()
  const isOpen = openId === agentId
  useEffect(() => {
    if (isOpen) return
    let isCurrent = true
    library.read(agentId).then(
      (found) => {
        const parsed = parseAgentConfig(found?.text ?? '')
        if (isCurrent && parsed.ok) setStored(parsed.config)
      },
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [library, agentId, isOpen])
  return isOpen ? shown : stored
}
