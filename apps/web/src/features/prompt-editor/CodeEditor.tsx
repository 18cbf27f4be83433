import { cn } from '@petal/ui'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { type EditorBridge, openEditor } from './codemirror/openEditor.ts'
import type { EditorProps } from './EditorProps.ts'
import type { TextSelection } from './TextSelection.ts'

interface CodeEditorProps extends EditorProps {
  /** What was selected in the stand-in, when that had the focus. Asked once, when the editor is there. */
  takeSelection(): TextSelection | undefined
}

const sizes = {
  line: 'min-h-7 [&_.cm-content]:py-[3px]',
  field: 'max-h-80 min-h-16 [&_.cm-editor]:max-h-80 [&_.cm-content]:min-h-15',
  large: 'h-full [&_.cm-editor]:h-full',
} as const

/**
 * A CodeMirror editor as a controlled control. It keeps no history of its own: what is typed goes to the document in
 * bursts, and undo is the document's. Loaded lazily: import it through `LazyEditor`.
 */
export function CodeEditor(props: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const bridge = useRef<EditorBridge>(undefined)
  const latest = useRef(props)
  latest.current = props
  const { language, size, value, variables, problems, aria, label, disabled, placeholder } = props

  useLayoutEffect(() => {
    if (host.current === null) return undefined
    const { current } = latest
    const opened = openEditor({
      parent: host.current,
      text: current.value,
      language,
      singleLine: size === 'line',
      onChange: (text) => latest.current.onChange(text),
      onBlur: () => latest.current.onBlur(),
    })
    bridge.current = opened
    const selection = current.takeSelection()
    if (selection !== undefined || current.autoFocus === true) opened.focus(selection)
    return () => opened.close()
  }, [language, size])
  useLayoutEffect(() => bridge.current?.setText(value), [value])
  useLayoutEffect(() => bridge.current?.setVariables(variables), [variables])
  useEffect(() => bridge.current?.setProblems(problems, (problem) => latest.current.onFix?.(problem)), [problems])
  const { id, 'aria-describedby': describedBy, 'aria-invalid': invalid, 'aria-required': required } = aria
  // Told anew only when it changed: an editor takes milliseconds to be configured.
  useLayoutEffect(() => {
    bridge.current?.configure({ id, label, describedBy, invalid, required, disabled, placeholder: placeholder ?? '' })
  }, [id, label, describedBy, invalid, required, disabled, placeholder])
  return <div ref={host} className={cn('petal-editor cursor-text', sizes[size])} />
}
