import { setName } from '@petal/core/model'
import { msg, t } from '@petal/ui/language'
import { type KeyboardEvent, useRef } from 'react'
import { useActions, useEditor, useReadOnly } from '../../editor/EditorContext.tsx'
import { selectFileAgent } from '../../editor/selectors.ts'
import { focusHome } from '../../focus/focusHome.ts'

const unnamed = msg('Untitled agent')

/** The agent's name, edited where it stands. */
export function AgentName() {
  const name = useEditor((state) => selectFileAgent(state).name)
  const actions = useActions()
  const readOnly = useReadOnly()
  const field = useRef<HTMLInputElement>(null)
  const commit = (text: string) => {
    const next = text.trim() === '' ? null : text.trim()
    actions.editFile(msg('Rename agent'), (agent) => setName(agent, next), 'record')
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    if (event.key === 'Escape') event.currentTarget.value = name ?? ''
    event.currentTarget.blur()
    focusHome()
  }
  return (
    <div className="grid min-w-0 max-w-80 items-center">
      {/* The invisible twin gives the field the width of its text. */}
      <span
        aria-hidden
        className="invisible col-start-1 row-start-1 truncate whitespace-pre px-2 pr-3.5 font-semibold text-lg"
      >
        {name ?? t(unnamed)}
      </span>
      <input
        ref={field}
        key={name}
        defaultValue={name ?? ''}
        placeholder={t(unnamed)}
        aria-label={t('Agent name')}
        readOnly={readOnly !== undefined}
        size={1}
        maxLength={120}
        onBlur={(event) => commit(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        className="focus-field col-start-1 row-start-1 h-8 w-full min-w-0 truncate rounded-md border border-transparent bg-transparent px-2 font-semibold text-lg placeholder:text-ink-soft hover:bg-hover focus:bg-surface"
      />
    </div>
  )
}
