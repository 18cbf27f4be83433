import type { HumanQuestion } from '@petal/core/model'
import { Button, TextArea } from '@petal/ui'
import { Check, X } from 'lucide-react'
import { useId } from 'react'
import { useAnswerDraft } from './AnswerDrafts.tsx'
import type { QuestionProps } from './QuestionProps.ts'

interface ApproveAnswerProps extends Pick<QuestionProps, 'onAnswer'> {
  readonly asked: Extract<HumanQuestion, { readonly mode: 'approve' }>
  readonly questionId: string
}

/** Yes or no, with a reason. */
export function ApproveAnswer({ asked, questionId, onAnswer }: ApproveAnswerProps) {
  const id = useId()
  const [reason, setReason] = useAnswerDraft(questionId, '')
  const lacksReason = asked.reasonRequired && reason.trim() === ''
  return (
    <>
      <label htmlFor={id} className="font-medium text-ink-soft text-sm">
        {asked.reasonRequired ? 'Reason (needed to reject)' : 'Reason (optional)'}
      </label>
      <TextArea id={id} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" icon={<Check />} onClick={() => onAnswer({ approved: true, reason })}>
          Approve
        </Button>
        <Button icon={<X />} disabled={lacksReason} onClick={() => onAnswer({ approved: false, reason })}>
          Reject
        </Button>
      </div>
    </>
  )
}
