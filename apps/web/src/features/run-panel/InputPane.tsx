import { Button, cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { type KeyboardEvent, useCallback } from 'react'
import { useStore } from 'zustand/react'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectRun } from '../../editor/selectors.ts'
import { type InputField, toInputDraft } from '../../runner/agentInputs.ts'
import { leavesText } from '../../runner/inputHistory.ts'
import { isOnlyEmpty } from '../../runner/isOnlyEmpty.ts'
import { useRunController } from '../../runner/RunContext.tsx'
import { InputControl } from './InputControl.tsx'
import { RunButton } from './RunButton.tsx'

interface InputPaneProps {
  readonly fields: readonly InputField[]
  /** True when there is a chat box beside: its button runs the agent then. */
  readonly chats: boolean
}

/** The form of the agent's input fields. Enter runs; up and down bring earlier inputs back. */
export function InputPane({ fields, chats }: InputPaneProps) {
  const controller = useRunController()
  const { draft, faults, wanted } = useStore(controller.input.state)
  // Where room is scarce it belongs to what waits for the person, until they begin another run.
  const isFolded = useEditor((state) => selectRun(state)?.status === 'paused') && wanted === undefined
  const shown = { ...toInputDraft(fields, {}), ...draft }
  const onFocused = useCallback(() => controller.input.found(), [controller])
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event
    if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) return
    if (event.nativeEvent.isComposing) return
    const direction = recallDirection(event.key)
    if (direction !== undefined && leavesText(target, direction)) {
      event.preventDefault()
      controller.input.recall(direction)
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.metaKey && !event.ctrlKey && !isMultiline(target)) {
      event.preventDefault()
      controller.run()
    }
  }
  return (
    <form
      aria-label={t('Input of the run')}
      className={cn(
        'flex @max-xl:w-2/5 w-72 shrink-0 flex-col border-line border-r bg-sunken @max-lg:max-h-1/2 @max-lg:w-full @max-lg:border-r-0 @max-lg:border-b',
        // Where room is scarce there is none for saying that nothing is asked: the top bar runs the agent too.
        (fields.length === 0 || (chats && isFolded)) && '@max-lg:hidden',
      )}
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      <div className={cn('flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-3', isFolded && '@max-lg:hidden')}>
        {fields.length === 0 ? (
          <p className="text-ink-soft">
            {t('This agent needs no input. Mark a field of its state as input to ask for one.')}
          </p>
        ) : null}
        {fields.map((field) => (
          <InputControl
            key={field.name}
            field={field}
            value={shown[field.name] ?? ''}
            fault={faults[field.name]}
            wanted={wanted === field.name}
            onFocused={onFocused}
            onChange={(text) => controller.input.setField(field.name, text)}
          />
        ))}
      </div>
      {chats ? null : (
        <div
          className={cn(
            'flex shrink-0 items-center justify-between gap-2 border-line border-t p-3 @max-lg:border-t-0',
            isFolded ? '@max-lg:py-1.5' : '@max-lg:pt-0',
          )}
        >
          <RunAnyway hint={fields.length > 0 ? `↑ ${t('earlier inputs')}` : ''} />
          <RunButton />
        </div>
      )}
    </form>
  )
}

/** An empty input may be meant: then one more click runs with it. */
function RunAnyway({ hint }: { readonly hint: string }) {
  const controller = useRunController()
  const isEmpty = useStore(controller.input.state, isOnlyEmpty)
  if (!isEmpty) return <p className="@max-xl:invisible min-w-0 truncate text-ink-faint text-xs">{hint}</p>
  return (
    <Button size="sm" variant="ghost" className="-ml-2" onClick={() => controller.run({ evenIfEmpty: true })}>
      {t('Run as it is')}
    </Button>
  )
}

function recallDirection(key: string): 'older' | 'newer' | undefined {
  if (key === 'ArrowUp') return 'older'
  return key === 'ArrowDown' ? 'newer' : undefined
}

/** JSON is written over several lines; there Enter is Enter. */
function isMultiline(field: HTMLElement): boolean {
  return field.dataset.multiline === 'true'
}
