import type { StepConfig } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { useEffect } from 'react'
import { describeLoss } from '../editor/describeLoss.ts'
import { useEditor, useEditorInstance } from '../editor/EditorContext.tsx'
import { tellWithUndo } from '../look/tellWithUndo.ts'

/** Says what went with deleted steps when others have lost their way in, and takes it back on demand. */
export function RemovalToast() {
  const removed = useEditor(({ session, history }) =>
    session.removed?.file === history.present ? session.removed : undefined,
  )
  const editor = useEditorInstance()
  useEffect(() => {
    const nameOf = (step: StepConfig) => step.nodeName ?? editor.facts.of(step).typeTitle
    const description = removed && describeLoss(removed.before, removed.after, nameOf)
    if (removed === undefined || description === undefined) return
    return tellWithUndo(editor, t('Deleted'), description)
  }, [removed, editor])
  return null
}
