import { createContext, type ReactNode, useContext, useRef, useState } from 'react'

const DraftsContext = createContext<Map<string, unknown>>(new Map())

/** Keeps what was begun on a question's card while the card is away: another one was answered, another tab was shown. */
export function AnswerDrafts({ children }: { readonly children: ReactNode }) {
  const drafts = useRef(new Map<string, unknown>())
  return <DraftsContext value={drafts.current}>{children}</DraftsContext>
}

/** Like `useState`, for the answer that is being written to a question. */
export function useAnswerDraft<Draft>(questionId: string, initial: Draft): readonly [Draft, (draft: Draft) => void] {
  const drafts = useContext(DraftsContext)
  // Whoever writes a question's draft is the card of that question, and there is one.
  const [draft, setDraft] = useState((drafts.get(questionId) as Draft | undefined) ?? initial)
  const keep = (next: Draft) => {
    drafts.set(questionId, next)
    setDraft(next)
  }
  return [draft, keep]
}
