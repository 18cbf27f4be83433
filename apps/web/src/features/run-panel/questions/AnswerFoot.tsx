import { cn } from '@petal/ui'
import type { ReactNode } from 'react'
import { buttonsForFingers } from '../../../look/buttonsForFingers.ts'

/**
 * The ways to answer, at the foot of a question's card: they stay in sight however long the question is. Must stand in
 * the card itself, because it is kept within what it stands in.
 */
export function AnswerFoot({ className, children }: { readonly className?: string; readonly children: ReactNode }) {
  return (
    <div
      className={cn(
        'sticky bottom-0 -mx-3 -mb-3 flex flex-wrap items-center gap-2 rounded-b-lg border-line border-t bg-surface p-3',
        buttonsForFingers,
        className,
      )}
    >
      {children}
    </div>
  )
}
