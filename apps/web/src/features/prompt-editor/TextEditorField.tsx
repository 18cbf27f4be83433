import { Dialog, IconButton } from '@petal/ui'
import { type ControlBinding, readText } from '@petal/ui/schema-form'
import { Eye, Maximize2 } from 'lucide-react'
import { useId, useState } from 'react'
import type { EditorLanguage } from './codemirror/EditorLanguage.ts'
import { EditorFrame } from './EditorFrame.tsx'
import type { EditorProps } from './EditorProps.ts'
import { LazyEditor } from './LazyEditor.tsx'
import { PromptPreview } from './PromptPreview.tsx'
import { UndoKeys } from './UndoKeys.tsx'
import { useVariables } from './useVariables.ts'

interface TextEditorFieldProps {
  readonly binding: ControlBinding
  readonly language: EditorLanguage
  /** What an emptied text is kept as. */
  readonly emptyValue: string | undefined
}

/** A text in an editor, with a large one behind a button, and for prompts a preview with the newest run's values. */
export function TextEditorField({ binding, language, emptyValue }: TextEditorFieldProps) {
  const variables = useVariables()
  const [large, setLarge] = useState(false)
  const [preview, setPreview] = useState(false)
  const largeId = useId()
  const text = readText(binding.value)
  const isPrompt = language === 'template'
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
  const previewButton = isPrompt ? (
    <IconButton label="Preview" aria-pressed={preview} size="sm" onClick={() => setPreview(!preview)}>
      <Eye />
    </IconButton>
  ) : undefined
  return (
    <>
      <EditorFrame
        invalid={binding.aria['aria-invalid'] === true}
        disabled={binding.disabled}
        tools={
          <>
            {previewButton}
            <IconButton label={`Expand ${binding.label}`} size="sm" onClick={() => setLarge(true)}>
              <Maximize2 />
            </IconButton>
          </>
        }
      >
        <LazyEditor {...editor} />
      </EditorFrame>
      {preview && !large ? <PromptPreview text={text} variables={variables} /> : null}
      <Dialog
        open={large}
        onOpenChange={setLarge}
        title={binding.label}
        size="full"
        bodyClassName="flex flex-col gap-3 overflow-hidden"
      >
        <UndoKeys>
          <EditorFrame invalid={false} disabled={binding.disabled} className="min-h-0 flex-1" tools={previewButton}>
            <LazyEditor {...editor} size="large" autoFocus aria={{ id: largeId }} />
          </EditorFrame>
          {preview ? <PromptPreview text={text} variables={variables} className="max-h-[40%]" /> : null}
        </UndoKeys>
      </Dialog>
    </>
  )
}
