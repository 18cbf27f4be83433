import type { StepExecution } from '@petal/core/model'
import { Button } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Lock, LockOpen } from 'lucide-react'
import { useEditor, useEditorInstance } from '../../../editor/EditorContext.tsx'
import { fixedName } from '../../../editor/fixedName.ts'
import { fixOutput, lastOutput } from '../../../editor/fixOutput.ts'

/** Lets the next runs take what this execution gave, instead of running its step. */
export function FixButton({ execution }: { readonly execution: StepExecution }) {
  const editor = useEditorInstance()
  const { stepId, path, agentId } = execution
  const name = fixedName(agentId, stepId)
  const isFixed = useEditor((state) => Object.hasOwn(state.session.fixedOutputs, name))
  // Of an agent that is not one of the file no run can take anything.
  if (path.length > 0 && agentId === undefined) return null
  const output = lastOutput(execution)
  if (isFixed) {
    return (
      <Button size="sm" icon={<LockOpen />} onClick={() => fixOutput(editor, name, undefined)}>
        {t('Remove the fixed output')}
      </Button>
    )
  }
  return output === undefined ? null : (
    <Button size="sm" icon={<Lock />} onClick={() => fixOutput(editor, name, output)}>
      {t('Use this output')}
    </Button>
  )
}
