import type { AgentConfig, State } from '@petal/core/model'
import { Button, Disclosure, toast } from '@petal/ui'
import { t } from '@petal/ui/language'
import { PencilLine } from 'lucide-react'
import { useState } from 'react'
import { useRunController } from '../../../runner/RunContext.tsx'
import { compareStates } from '../compareStates.ts'
import { FieldChanges } from '../FieldChanges.tsx'
import { StateFields } from './StateFields.tsx'
import { useStateDraft } from './useStateDraft.ts'

/** The state that the next step will find, to be read and written over. Without an agent it is only read. */
export function PausedState({ agent, state }: { readonly agent: AgentConfig | undefined; readonly state: State }) {
  const [isEditing, setEditing] = useState(false)
  return (
    <Disclosure title={t('The state it has now')}>
      {isEditing && agent !== undefined ? (
        <StateForm agent={agent} state={state} onDone={() => setEditing(false)} />
      ) : (
        <div className="flex flex-col items-start gap-2">
          {Object.keys(state).length === 0 ? (
            <p className="text-ink-faint">{t('The state is empty at this moment.')}</p>
          ) : (
            <div className="w-full">
              <FieldChanges changes={compareStates(state, state)} />
            </div>
          )}
          {agent === undefined ? (
            <p className="text-ink-faint text-sm">
              {t('The state of an agent that a step calls cannot be edited here.')}
            </p>
          ) : (
            <Button size="sm" icon={<PencilLine />} onClick={() => setEditing(true)}>
              {t('Edit the state')}
            </Button>
          )}
        </div>
      )}
    </Disclosure>
  )
}

interface StateFormProps {
  readonly agent: AgentConfig
  readonly state: State
  onDone(): void
}

function StateForm({ agent, state, onDone }: StateFormProps) {
  const controller = useRunController()
  const draft = useStateDraft(agent, state)
  const apply = async () => {
    const values = draft.read()
    if (values === undefined) return
    const problem = Object.keys(values).length === 0 ? undefined : await controller.edit(values)
    if (problem === undefined) onDone()
    else if (!draft.refuse(problem)) toast.error(problem.message)
  }
  return (
    <form
      aria-label={t('State of the run')}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void apply()
      }}
    >
      <StateFields draft={draft} />
      <div className="flex gap-2">
        <Button size="sm" variant="primary" type="submit">
          {t('Set the state')}
        </Button>
        <Button size="sm" variant="ghost" onClick={onDone}>
          {t('Leave it as it was')}
        </Button>
      </div>
    </form>
  )
}
