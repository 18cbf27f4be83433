import type { StepConfig } from '@petal/core/model'
import { toast } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useEffect } from 'react'
import { describeLoss } from '../editor/describeLoss.ts'
import { useEditor, useEditorInstance } from '../editor/EditorContext.tsx'
import { selectFile } from '../editor/selectors.ts'

/** Says what went with deleted steps when others have lost their way in, and takes it back on demand. */
export function RemovalToast() {
  const removed = useEditor((state) => state.session.removed)
  const { store, actions, facts } = useEditorInstance()
  useEffect(() => {
    const nameOf = (step: StepConfig) => step.nodeName ?? facts.of(step).typeTitle
    const description = removed && describeLoss(removed.before, removed.after, nameOf)
    if (removed === undefined || description === undefined) return
    const undo = () => {
      if (selectFile(store.getState()) === removed.file) actions.undo()
      else actions.refuse(t('The agent was changed since. Undo takes back one change after the other.'))
    }
    toast(t('Deleted'), { id: 'removed', description, duration: 12_000, action: { label: t('Undo'), onClick: undo } })
  }, [removed, store, actions, facts])
  return null
}
