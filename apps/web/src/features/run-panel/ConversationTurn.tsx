import type { Message } from '@petal/core/model'
import { memo } from 'react'
import { AnswerText } from './AnswerText.tsx'

/** One earlier turn: the person's on the right, the agent's on the left. */
export const ConversationTurn = memo(function ConversationTurn({ message }: { readonly message: Message }) {
  if (message.role === 'user') {
    return (
      <div
        dir="auto"
        className="ml-auto max-w-[85%] whitespace-pre-wrap break-words rounded-xl rounded-br-sm bg-accent-soft px-3 py-1.5 text-ink"
      >
        {message.content}
      </div>
    )
  }
  if (message.role === 'assistant') return <AnswerText text={message.content} streaming={false} />
  return (
    <div dir="auto" className="whitespace-pre-wrap break-words border-line border-l-2 pl-3 text-ink-soft text-sm">
      {message.content}
    </div>
  )
})
