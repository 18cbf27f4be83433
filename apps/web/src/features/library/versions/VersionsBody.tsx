import { EmptyState } from '@petal/ui'
import { t } from '@petal/ui/language'
import { History } from 'lucide-react'
import { useState } from 'react'
import { useWorkspace, useWorkspaceState } from '../../../storage/WorkspaceContext.tsx'
import { SaveVersion } from './SaveVersion.tsx'
import { useVersions } from './useVersions.ts'
import { VersionDetail } from './VersionDetail.tsx'
import { VersionList } from './VersionList.tsx'
import type { VersionsProps } from './VersionsProps.ts'

/** The list at the left, what was chosen at the right; on a phone one after the other. */
export function VersionsBody({ agent, onClose }: VersionsProps) {
  const { openId } = useWorkspace()
  const isViewed = useWorkspaceState((state) => state.viewedText !== undefined)
  const { versions, problem, reload } = useVersions(agent.id)
  const [chosenRev, setChosenRev] = useState<number>()
  const chosen = versions?.find(({ rev }) => rev === chosenRev)
  return (
    <div className="flex min-h-0 flex-1 border-line border-t">
      <div
        className={`flex min-h-0 w-80 shrink-0 flex-col border-line border-r max-sm:w-full max-sm:border-r-0 ${chosen === undefined ? '' : 'max-sm:hidden'}`}
      >
        {openId === agent.id && !isViewed ? <SaveVersion onSaved={reload} /> : null}
        {problem === undefined ? null : (
          <p role="alert" className="px-4 py-3 text-danger">
            {problem}
          </p>
        )}
        {versions === undefined ? null : (
          <VersionList versions={versions} chosenRev={chosenRev} onChoose={setChosenRev} />
        )}
      </div>
      <div className={`flex min-h-0 min-w-0 flex-1 flex-col bg-sunken ${chosen === undefined ? 'max-sm:hidden' : ''}`}>
        {chosen === undefined ? (
          <EmptyState icon={<History />} title={versions?.length === 0 ? t('No versions yet') : t('Choose a version')}>
            {versions?.length === 0
              ? t('They are kept as you go on editing, or when you save one.')
              : t('You see what has changed since then before you restore anything.')}
          </EmptyState>
        ) : (
          <VersionDetail
            key={chosen.rev}
            agent={agent}
            version={chosen}
            onBack={() => setChosenRev(undefined)}
            onChanged={reload}
            onClose={onClose}
          />
        )}
      </div>
    </div>
  )
}
