import { cn } from '@petal/ui'
import { useLayoutEffect, useRef } from 'react'
import type { EditorProps } from './EditorProps.ts'
import type { TextSelection } from './TextSelection.ts'

interface PlainEditorProps extends EditorProps {
  /** Called before it goes away, with what is selected when it has the focus. */
  onLeave(selection: TextSelection | undefined): void
}

function selectionOf({ selectionStart: from, selectionEnd: to }: HTMLTextAreaElement): TextSelection {
  return { from, to }
}

/** Stands in while the editor is loaded. It can be typed in: the text is the same. */
export function PlainEditor(props: PlainEditorProps) {
  const { value, onChange, onBlur, aria, label, placeholder, disabled, size, language, onLeave } = props
  const area = useRef<HTMLTextAreaElement>(null)
  const leave = useRef(onLeave)
  leave.current = onLeave
  useLayoutEffect(() => {
    const element = area.current
    return () =>
      leave.current(element === null || document.activeElement !== element ? undefined : selectionOf(element))
  }, [])
  return (
    <textarea
      ref={area}
      {...aria}
      aria-label={label}
      rows={size === 'line' ? 1 : 3}
      value={value}
      placeholder={placeholder}
      disabled={disabled}
      spellCheck={language === 'template'}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onBlur}
      className={cn(
        'field-sizing-content block w-full resize-none bg-transparent px-2 outline-none placeholder:text-ink-faint',
        size === 'line' ? 'min-h-7 py-[3px]' : 'max-h-80 min-h-16 py-1.5',
        size === 'large' && 'h-full max-h-none',
        language !== 'template' && 'font-mono text-sm leading-5',
      )}
    />
  )
}
