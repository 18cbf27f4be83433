import type { StepExecution } from '@petal/core/model'
import { MessageList } from './MessageList.tsx'
import { ValueView } from './ValueView.tsx'

/** What a step worked on: the messages it sent, or the state it saw. */
export function FailedInput({ execution }: { readonly execution: StepExecution }) {
  const call = execution.calls.at(-1)
  if (call !== undefined) return <MessageList messages={call.messages} />
  return <ValueView value={execution.stateBefore} />
}
