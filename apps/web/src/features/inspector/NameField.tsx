import { t } from '@petal/ui/language'
import { type FocusTarget, useBurst } from '@petal/ui/schema-form'
import { memo, useEffect, useRef, useState } from 'react'
import { useActions } from '../../editor/EditorContext.tsx'
import { focusHome } from '../../focus/focusHome.ts'
import { useGesture } from './useGesture.ts'

interface NameFieldProps {
  readonly stepId: string
  /** The name of its own, if it has one. */
  readonly name: string | undefined
  /** Shown while the step has no name of its own. */
  readonly fallback: string
  readonly disabled: boolean
  readonly focus: FocusTarget | undefined
}

/**
 * The step's name, edited where it stands. Emptied, it is the type's title again. It is drawn again only when it differs:
 * React writes an input's attributes anew each time, and that frame would come while a person types in another field.
 */
export const NameField = memo(function NameField({ stepId, name, fallback, disabled, focus }: NameFieldProps) {
  const actions = useActions()
  const gesture = useGesture()
  const input = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState<string>()
  const request = focus?.path === 'nodeName' ? focus.request : undefined
  useEffect(() => {
    if (request !== undefined) input.current?.select()
  }, [request])
  const burst = useBurst((changes, pace) => {
    const typed = changes.get('nodeName')
    if (typeof typed === 'string')
      actions.setStepValue(stepId, 'nodeName', typed.trim(), gesture(`name:${stepId}`, pace))
  })
  return (
    <input
      ref={input}
      aria-label={t('Name of the step')}
      data-field-path="nodeName"
      value={draft ?? name ?? ''}
      placeholder={fallback}
      disabled={disabled}
      maxLength={120}
      spellCheck={false}
      onChange={(event) => {
        setDraft(event.target.value)
        burst.add('nodeName', event.target.value, 'burst')
      }}
      onBlur={() => {
        burst.flush()
        setDraft(undefined)
      }}
      onKeyDown={(event) => {
        // Undo acts on the document; the field then shows what the document says.
        if (event.metaKey || event.ctrlKey) {
          burst.flush()
          setDraft(undefined)
        }
        if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
        event.currentTarget.blur()
        focusHome()
      }}
      className="-mx-1.5 w-full truncate rounded-sm px-1.5 font-semibold text-lg outline-none placeholder:text-ink hover:bg-hover focus:bg-surface focus:shadow-[0_0_0_2px_var(--color-focus)] disabled:hover:bg-transparent dark:focus:bg-sunken"
    />
  )
})
