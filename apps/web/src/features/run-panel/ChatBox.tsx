import { TextArea } from '@petal/ui'
import type { KeyboardEvent } from 'react'
import { useStore } from 'zustand/react'
import { leavesText } from '../../runner/inputHistory.ts'
import { useRunController } from '../../runner/RunContext.tsx'
import { RunButton } from './RunButton.tsx'

/** The next turn of a conversation. Enter sends it; up and down bring earlier ones back. */
export function ChatBox() {
  const controller = useRunController()
  const { message } = useStore(controller.input.state)
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    const direction = event.key === 'ArrowUp' ? 'older' : 'newer'
    if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && leavesText(event.currentTarget, direction)) {
      event.preventDefault()
      controller.input.recall(direction)
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.metaKey && !event.ctrlKey) {
      event.preventDefault()
      controller.run()
    }
  }
  return (
    <form
      aria-label="Message"
      className="flex shrink-0 items-end gap-2 border-line border-t bg-sunken p-3"
      onSubmit={(event) => event.preventDefault()}
    >
      <TextArea
        aria-label="Message to the agent"
        rows={1}
        className="max-h-32 min-h-7 flex-1 resize-none py-1"
        placeholder="Write a message"
        value={message}
        onChange={(event) => controller.input.setMessage(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <RunButton />
    </form>
  )
}
