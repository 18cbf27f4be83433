import { t } from '@petal/ui/language'
import { useSaveState, useWorkspace, useWorkspaceState } from '../storage/WorkspaceContext.tsx'

/** Whether the work is in this browser's store; said only when it is so. */
export function SaveStatus() {
  const save = useSaveState()
  const workspace = useWorkspace()
  const isTyping = useWorkspaceState((state) => state.typing > 0)
  if (save.status === 'closed') return null
  if (save.status === 'failed') {
    return (
      <button
        type="button"
        title={t(save.problem.message)}
        onClick={() => workspace.save()}
        className="focus-ring rounded-md bg-danger-soft px-2 py-0.5 font-medium text-danger text-sm hover:underline"
      >
        {t('Not saved. Try again')}
      </button>
    )
  }
  return (
    <span className="text-ink-faint text-sm">{save.status === 'saved' && !isTyping ? t('Saved') : t('Saving…')}</span>
  )
}
