import type { State, StateType } from '@petal/core/model'
import { Button, Disclosure } from '@petal/ui'
import { t } from '@petal/ui/language'
import { PencilLine } from 'lucide-react'
import { Suspense, useState } from 'react'
import { lazyPart } from '../../../look/lazyPart.ts'
import { compareStates } from '../compareStates.ts'
import { FieldChanges } from '../FieldChanges.tsx'

const StateDialog = lazyPart(async () => (await import('./StateDialog.tsx')).StateDialog)

interface PausedStateProps {
  /** The type of it; where it is not known, the state is only read. */
  readonly stateType: StateType | undefined
  readonly state: State
}

/** The state that the next step will find, to be read and written over. */
export function PausedState({ stateType, state }: PausedStateProps) {
  const [isEditing, setEditing] = useState(false)
  return (
    <>
      <Disclosure title={t('The state it has now')}>
        {Object.keys(state).length === 0 ? (
          <p className="text-ink-faint">{t('The state is empty at this moment.')}</p>
        ) : (
          <FieldChanges changes={compareStates(state, state)} />
        )}
      </Disclosure>
      {isEditing && stateType !== undefined ? (
        <Suspense fallback={null}>
          <StateDialog stateType={stateType} state={state} onClose={() => setEditing(false)} />
        </Suspense>
      ) : null}
      {stateType === undefined ? null : (
        <Button size="sm" className="self-start" icon={<PencilLine />} onClick={() => setEditing(true)}>
          {t('Edit the state')}
        </Button>
      )}
    </>
  )
}
