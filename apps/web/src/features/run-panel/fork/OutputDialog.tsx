import type { FixedOutput, RunState, State, StepExecution } from '@petal/core/model'
import { Select } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useId, useState } from 'react'
import { useEditor, useEditorInstance } from '../../../editor/EditorContext.tsx'
import { fixOutput } from '../../../editor/fixOutput.ts'
import { selectFileAgent } from '../../../editor/selectors.ts'
import { toOrigin } from '../../../runner/toOrigin.ts'
import { FormDialog } from '../FormDialog.tsx'
import { StateFields } from '../state-editor/StateFields.tsx'
import { useStateDraft } from '../state-editor/useStateDraft.ts'
import { useGivenOutput } from './useGivenOutput.ts'
import { useStartFrom } from './useStartFrom.ts'

interface OutputDialogProps {
  readonly run: RunState
  readonly execution: StepExecution
  onClose(): void
}

/** A person gives what a step that failed would have given; the run goes on from there, and the next runs take it too. */
export function OutputDialog({ run, execution, onClose }: OutputDialogProps) {
  const editor = useEditorInstance()
  const startFrom = useStartFrom(run, onClose)
  const agent = useEditor(selectFileAgent)
  const { writes, exits } = useGivenOutput(execution.stepId)
  const [exit, setExit] = useState(exits[0]?.id)
  const draft = useStateDraft({ stateType: { name: '', fields: writes } }, sample(writes))
  const id = useId()
  const origin = toOrigin(run, execution, agent)
  const begin = () => {
    const update = draft.read()
    if (update === undefined || !origin.ok) return
    const output: FixedOutput = exits.length < 2 || exit === undefined ? { update } : { update, exit }
    fixOutput(editor, execution.stepId, output)
    startFrom(origin.origin)
  }
  return (
    <FormDialog
      title={t('The output of {nodeName}', { nodeName: execution.nodeName })}
      description={t(
        'The run goes on with it, as a new run. The next runs take it too, instead of running the step, until you let the step run again.',
      )}
      label={t('Output')}
      action={t('Use it and continue')}
      refusal={origin.ok ? undefined : origin.reason}
      onSubmit={begin}
      onClose={onClose}
    >
      {draft.fields.length === 0 ? null : <StateFields draft={draft} />}
      {exits.length < 2 ? null : (
        <div className="flex flex-col gap-1">
          <label htmlFor={id} className="font-medium text-ink text-sm">
            {t('Goes on by')}
          </label>
          <Select
            id={id}
            value={exit ?? ''}
            onValueChange={setExit}
            options={exits.map((port) => ({ value: port.id, label: port.label }))}
          />
        </div>
      )}
    </FormDialog>
  )
}

/** A conversation is written as messages: one stands there to be filled in. */
function sample(fields: Readonly<Record<string, { readonly type: string }>>): State {
  const conversations = Object.entries(fields).filter(([, { type }]) => type === 'messages')
  return Object.fromEntries(conversations.map(([name]) => [name, [{ role: 'assistant', content: '' }]]))
}
