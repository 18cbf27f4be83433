import type { State, StateType } from '@petal/core/model'
import { toast } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useActions } from '../../../editor/EditorContext.tsx'
import { useRunController } from '../../../runner/RunContext.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { sayEdited } from '../people/sayEdited.ts'
import { StateFields } from './StateFields.tsx'
import { useStateDraft } from './useStateDraft.ts'

interface StateDialogProps {
  readonly stateType: StateType
  readonly state: State
  onClose(): void
}

/** A person writes over the state that the next step will find; the run waits on. */
export function StateDialog({ stateType, state, onClose }: StateDialogProps) {
  const controller = useRunController()
  const { announce } = useActions()
  const draft = useStateDraft({ stateType }, state)
  const apply = async () => {
    const values = draft.read()
    if (values === undefined) return
    const names = Object.keys(values)
    const problem = names.length === 0 ? undefined : await controller.edit(values)
    if (problem === undefined) {
      if (names.length > 0) announce(sayEdited(names))
      onClose()
    } else if (!draft.refuse(problem)) toast.error(problem.message)
  }
  return (
    <FormDialog
      title={t('Edit the state')}
      description={t('The next step finds what stands here. The run waits on until you let it continue.')}
      label={t('State of the run')}
      action={t('Set the state')}
      onSubmit={apply}
      onClose={onClose}
    >
      <StateFields draft={draft} />
    </FormDialog>
  )
}
