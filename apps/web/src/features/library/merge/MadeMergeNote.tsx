import { type AgentDifference, diffAgents } from '@petal/core/model'
import { Button, Dialog, toast } from '@petal/ui'
import { plural, t } from '@petal/ui/language'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand/react'
import { useActions, useEditorInstance } from '../../../editor/EditorContext.tsx'
import { selectCanUndo, selectFile } from '../../../editor/selectors.ts'
import { DifferenceList } from '../../../look/difference/DifferenceList.tsx'
import { groupDifferences } from '../../../look/difference/groupDifferences.ts'
import { ShowOnCanvas } from '../../../look/difference/ShowOnCanvas.tsx'
import type { MadeMerge } from '../../../storage/Merges.ts'
import { useWorkspace } from '../../../storage/WorkspaceContext.tsx'

/** Tells what a merge has brought, shows it on demand, and takes it back. */
export function MadeMergeNote() {
  const { merges } = useWorkspace()
  const made = useStore(merges.state, (state) => state.made)
  const { store } = useEditorInstance()
  const actions = useActions()
  const [shown, setShown] = useState<MadeMerge>()
  useEffect(() => {
    if (made === undefined) return
    const differences = diffAgents(made.before, made.after)
    const undo = () => {
      if (selectFile(store.getState()) === made.document && selectCanUndo(store.getState())) actions.undo()
      else actions.refuse(t('The agent was changed after the merge. What was here before it is among its versions.'))
    }
    toast.success(describe(made, differences), {
      id: 'merged',
      duration: 12_000,
      cancel: { label: t('Show'), onClick: () => setShown(made) },
      action: { label: t('Undo'), onClick: undo },
    })
  }, [made, store, actions])
  if (shown === undefined) return null
  const { other, before, after } = shown
  const title = other.kind === 'file' ? t('What came from the file') : t('What came from the other tab')
  return (
    <Dialog
      open
      onOpenChange={() => setShown(undefined)}
      title={title}
      description={t('Undo takes it back. Both are kept as versions from before the merge.')}
      size="lg"
      footer={
        <Button variant="primary" onClick={() => setShown(undefined)}>
          {t('Close')}
        </Button>
      }
    >
      <div className="flex flex-col items-start gap-3">
        <ShowOnCanvas title={title} before={before} after={after} />
        <DifferenceList differences={diffAgents(before, after)} />
      </div>
    </Dialog>
  )
}

function describe({ other }: MadeMerge, differences: readonly AgentDifference[]): string {
  const count = groupDifferences(differences).reduce((sum, { things }) => sum + things.length, 0)
  return other.kind === 'tab'
    ? plural(count, 'Merged {count} change from another tab', 'Merged {count} changes from another tab')
    : plural(count, 'Merged {count} change from {name}', 'Merged {count} changes from {name}', { name: other.name })
}
