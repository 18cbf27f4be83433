import { Button, Dialog } from '@petal/ui'
import { t } from '@petal/ui/language'
import { formatMoment } from '../../look/formatMoment.ts'
import { useWorkspace, useWorkspaceState } from '../../storage/WorkspaceContext.tsx'

/** Two tabs changed one agent. Both versions are there; this says where. */
export function KeptBothDialog() {
  const workspace = useWorkspace()
  const kept = useWorkspaceState((state) => state.keptBoth)
  const theirs = kept?.theirs
  const showOther = async () => {
    workspace.dismissKeptBoth()
    if (theirs !== undefined) await workspace.open(theirs.id)
  }
  return (
    <Dialog
      open
      onOpenChange={() => workspace.dismissKeptBoth()}
      title={t('This agent was changed in another tab')}
      footer={
        <>
          {theirs === undefined ? null : <Button onClick={showOther}>{t('Open the other version')}</Button>}
          <Button variant="primary" onClick={() => workspace.dismissKeptBoth()}>
            {t('Go on here')}
          </Button>
        </>
      }
    >
      {kept === undefined ? null : (
        <p className="text-ink-soft">
          {theirs === undefined
            ? t('It was deleted there. What you have here was saved again, nothing is lost.')
            : t(
                'The other version was saved at {time} and is untouched. What you have here is kept beside it as “{name}”, which is open now.',
                {
                  time: formatMoment(theirs.updatedAt, 'time'),
                  name: kept.mine.name,
                },
              )}
        </p>
      )}
    </Dialog>
  )
}
