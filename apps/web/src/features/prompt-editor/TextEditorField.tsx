import { IconButton } from '@petal/ui'
import { t } from '@petal/ui/language'
import { type ControlBinding, readText } from '@petal/ui/schema-form'
import { Eye, Maximize2 } from 'lucide-react'
import { memo, useCallback, useState } from 'react'
import type { EditorLanguage } from './codemirror/EditorLanguage.ts'
import { EditorFrame } from './EditorFrame.tsx'
import type { EditorProps } from './EditorProps.ts'
import { LargeEditor } from './LargeEditor.tsx'
import { LazyEditor } from './LazyEditor.tsx'
import { PromptPreview } from './PromptPreview.tsx'
import { useVariables } from './useVariables.ts'

interface TextEditorFieldProps {
  readonly binding: ControlBinding
  readonly language: EditorLanguage
  /** What an emptied text is kept as. */
  readonly emptyValue: string | undefined
}

/** A text in an editor, with a large one behind a button, and for prompts a preview with the newest run's values. */
export function TextEditorField({ binding, language, emptyValue }: TextEditorFieldProps) {
  const variables = useVariables(binding.path)
  const [large, setLarge] = useState(false)
  const [preview, setPreview] = useState(false)
  const expand = useCallback(() => setLarge(true), [])
  const togglePreview = useCallback(() => setPreview((shown) => !shown), [])
  const text = readText(binding.value)
  const editor: EditorProps = {
    value: text,
    onChange: (next) => binding.onChange(next === '' ? emptyValue : next, 'burst'),
    onBlur: binding.onBlur,
    language,
    variables,
    problems: binding.problems,
    onFix: binding.onFix,
    aria: binding.aria,
    label: binding.aria['aria-label'] ?? binding.label,
    placeholder: binding.placeholder,
    disabled: binding.disabled,
    size: 'field',
  }
  const onPreview = language === 'template' ? togglePreview : undefined
  return (
    <>
      <EditorFrame
        invalid={binding.aria['aria-invalid'] === true}
        disabled={binding.disabled}
        tools={<EditorTools label={binding.label} preview={preview} onPreview={onPreview} onExpand={expand} />}
      >
        <LazyEditor {...editor} />
      </EditorFrame>
      {preview && !large ? <PromptPreview text={text} path={binding.path} variables={variables} /> : null}
      {large ? (
        <LargeEditor
          editor={editor}
          path={binding.path}
          preview={preview}
          tools={<EditorTools label={binding.label} preview={preview} onPreview={onPreview} onExpand={undefined} />}
          onClose={() => setLarge(false)}
        />
      ) : null}
    </>
  )
}

interface EditorToolsProps {
  readonly label: string
  readonly preview: boolean
  onPreview: (() => void) | undefined
  onExpand: (() => void) | undefined
}

/** The small buttons of an editor. Kept apart, so that a key in the editor does not draw them anew. */
const EditorTools = memo(function EditorTools({ label, preview, onPreview, onExpand }: EditorToolsProps) {
  return (
    <>
      {onPreview === undefined ? null : (
        <IconButton label={t('Preview')} aria-pressed={preview} size="sm" onClick={onPreview}>
          <Eye />
        </IconButton>
      )}
      {onExpand === undefined ? null : (
        <IconButton label={t('Expand {label}', { label })} size="sm" onClick={onExpand}>
          <Maximize2 />
        </IconButton>
      )}
    </>
  )
})
