import type { StepConfig } from '@petal/core/model'
import { toast } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useEffect } from 'react'
import { describeLoss } from '../editor/describeLoss.ts'
import { useEditor, useEditorInstance } from '../editor/EditorContext.tsx'
import { selectFile } from '../editor/selectors.ts'

/**
 * Says what went with deleted steps when others have lost their way in, and takes it back on demand. What it says ends
 * with the next change: Undo would take back that one.
 */
export function RemovalToast() {
  const removed = useEditor(({ session, history }) =>
    session.removed?.file === history.present ? session.removed : undefined,
  )
  const { store, actions, facts } = useEditorInstance()
  useEffect(() => {
    const nameOf = (step: StepConfig) => step.nodeName ?? facts.of(step).typeTitle
    const description = removed && describeLoss(removed.before, removed.after, nameOf)
    if (removed === undefined || description === undefined) return
    const undo = () => {
      // While it fades it can still be clicked.
      if (selectFile(store.getState()) === removed.file) actions.undo()
    }
    const shown = toast(t('Deleted'), { description, duration: 12_000, action: { label: t('Undo'), onClick: undo } })
    return () => void toast.dismiss(shown)
  }, [removed, store, actions, facts])
  return null
}
