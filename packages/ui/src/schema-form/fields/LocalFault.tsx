import { ProblemNote } from '../ProblemNote.tsx'

interface LocalFaultProps {
  /** Why the text in the control is no value yet. */
  readonly message: string | undefined
}

/** Says that what stands in the control was not taken, and why. The last good value stays in force. */
export function LocalFault({ message }: LocalFaultProps) {
  return (
    <div aria-live="polite" className="empty:hidden">
      {message === undefined ? null : <ProblemNote problem={{ severity: 'error', message }} />}
    </div>
  )
}
