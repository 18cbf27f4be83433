import type { StepConfig } from '@petal/core/model'
import { Button } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useActions } from '../../editor/EditorContext.tsx'

interface DisabledNoteProps {
  readonly step: StepConfig
  readonly readOnly: boolean
}

/** That the step does nothing for now, and the way to have it back. */
export function DisabledNote({ step, readOnly }: DisabledNoteProps) {
  const actions = useActions()
  return (
    <div role="note" className="flex items-center gap-3 border-line border-b bg-sunken px-4 py-3">
      <p className="flex-1 text-pretty text-ink-soft">{t('Disabled: a run passes the state through it, unchanged.')}</p>
      <Button size="sm" disabled={readOnly} onClick={() => actions.setStepValue(step.id, 'disabled', undefined)}>
        {t('Enable')}
      </Button>
    </div>
  )
}
