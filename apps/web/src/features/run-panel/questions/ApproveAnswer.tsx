import type { HumanQuestion } from '@petal/core/model'
import { Button, TextArea } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Check, X } from 'lucide-react'
import { useAnswerDraft } from './AnswerDrafts.tsx'
import { AnswerFoot } from './AnswerFoot.tsx'
import type { QuestionProps } from './QuestionProps.ts'

interface ApproveAnswerProps extends Pick<QuestionProps, 'onAnswer'> {
  readonly asked: Extract<HumanQuestion, { readonly mode: 'approve' }>
  readonly questionId: string
}

/** Yes or no, with a reason. */
export function ApproveAnswer({ asked, questionId, onAnswer }: ApproveAnswerProps) {
  const [reason, setReason] = useAnswerDraft(questionId, '')
  const lacksReason = asked.reasonRequired && reason.trim() === ''
  const label = asked.reasonRequired ? t('Reason (needed to reject)') : t('Reason (optional)')
  return (
    <AnswerFoot>
      <TextArea
        aria-label={label}
        placeholder={label}
        rows={1}
        className="max-h-32 min-h-7 min-w-48 flex-1 py-1"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="flex gap-2">
        <Button variant="primary" icon={<Check />} onClick={() => onAnswer({ approved: true, reason })}>
          {t('Approve')}
        </Button>
        <Button icon={<X />} disabled={lacksReason} onClick={() => onAnswer({ approved: false, reason })}>
          {t('Reject')}
        </Button>
      </div>
    </AnswerFoot>
  )
}
