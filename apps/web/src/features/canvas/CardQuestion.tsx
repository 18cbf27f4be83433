import { Button } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useActions, useEditor } from '../../editor/EditorContext.tsx'
import { buttonsForFingers } from '../../look/buttonsForFingers.ts'
import { listQuickAnswers } from '../../runner/listQuickAnswers.ts'
import { useRunActivity, useRunController } from '../../runner/RunContext.tsx'
import { selectCardQuestion } from './selectCardQuestion.ts'

/** Below the card of a step that waits for a person: the answers that one click can give, and the way to the others. */
export function CardQuestion({ stepId }: { readonly stepId: string }) {
  const question = useEditor((state) => selectCardQuestion(state, stepId))
  const { status, stranded } = useRunActivity()
  const controller = useRunController()
  const { focusQuestion } = useActions()
  if (question === undefined || status !== 'idle' || stranded !== undefined) return null
  const answers = listQuickAnswers(question.question)
  return (
    <fieldset
      aria-label={t('Answer')}
      className={`petal-peek nodrag nopan absolute inset-x-2 top-full mt-1.5 flex animate-fade-in flex-wrap gap-1.5 rounded-lg border border-human/40 bg-raised p-2 shadow-lg ${buttonsForFingers}`}
    >
      {answers.map(({ label, answer }) => (
        <Button key={label} size="sm" onClick={() => controller.resume({ [question.id]: answer })}>
          {label}
        </Button>
      ))}
      <Button size="sm" variant="ghost" onClick={() => focusQuestion(question.id)}>
        {answers.length === 0 ? t('Answer in the panel') : t('In the panel')}
      </Button>
    </fieldset>
  )
}
