import { Button, TextArea } from '@petal/ui'
import { t } from '@petal/ui/language'
import { type KeyboardEvent, useCallback, useId } from 'react'
import { useStore } from 'zustand/react'
import { leavesText } from '../../runner/inputHistory.ts'
import { isOnlyEmpty } from '../../runner/isOnlyEmpty.ts'
import { useRunController } from '../../runner/RunContext.tsx'
import { RunButton } from './RunButton.tsx'
import { useWantedFocus } from './useWantedFocus.ts'

interface ChatBoxProps {
  /** The field of the state that holds the conversation. */
  readonly messagesField: string
}

/** The next turn of a conversation. Enter sends it; up and down bring earlier ones back. */
export function ChatBox({ messagesField }: ChatBoxProps) {
  const controller = useRunController()
  const id = useId()
  const { message, faults, wanted } = useStore(controller.input.state)
  const fault = faults[messagesField]
  const onFocused = useCallback(() => controller.input.found(), [controller])
  useWantedFocus(id, wanted === messagesField, onFocused)
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
      aria-label={t('Message')}
      className="flex shrink-0 flex-col gap-1.5 border-line border-t bg-sunken p-3"
      onSubmit={(event) => event.preventDefault()}
    >
      <div className="flex items-end gap-2">
        <TextArea
          id={id}
          aria-label={t('Message to the agent')}
          {...(fault === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-fault` })}
          rows={1}
          className="max-h-32 min-h-7 flex-1 resize-none py-1"
          placeholder={t('Write a message')}
          value={message}
          onChange={(event) => controller.input.setMessage(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <RunButton />
      </div>
      {fault === undefined ? null : <MissingMessage id={`${id}-fault`} fault={fault} />}
    </form>
  )
}

function MissingMessage({ id, fault }: { readonly id: string; readonly fault: string }) {
  const controller = useRunController()
  const isEmpty = useStore(controller.input.state, isOnlyEmpty)
  return (
    <p id={id} role="alert" className="text-danger text-xs">
      {fault}
      {isEmpty ? (
        <Button size="sm" variant="ghost" onClick={() => controller.run({ evenIfEmpty: true })}>
          {t('Run without one')}
        </Button>
      ) : null}
    </p>
  )
}
