import type { StepExecution } from '@petal/core/model'
import { Button } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Lock, LockOpen } from 'lucide-react'
import { useEditor, useEditorInstance } from '../../../editor/EditorContext.tsx'
import { fixOutput, lastOutput } from '../../../editor/fixOutput.ts'

/** Lets the next runs take what this execution gave, instead of running its step. */
export function FixButton({ execution }: { readonly execution: StepExecution }) {
  const editor = useEditorInstance()
  const { stepId, path } = execution
  const isFixed = useEditor((state) => path.length === 0 && Object.hasOwn(state.session.fixedOutputs, stepId))
  const output = lastOutput(execution)
  if (isFixed) {
    return (
      <Button size="sm" icon={<LockOpen />} onClick={() => fixOutput(editor, stepId, undefined)}>
        {t('Run this step again')}
      </Button>
    )
  }
  return output === undefined ? null : (
    <Button size="sm" icon={<Lock />} onClick={() => fixOutput(editor, stepId, output)}>
      {t('Use this output')}
    </Button>
  )
}
