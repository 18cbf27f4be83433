import type { Json } from '@petal/core/model'
import { useState } from 'react'
import { afterPress } from '../afterPress.ts'
import { sameJson } from '../withDefaults.ts'

/** What a typed text means: a value, or the reason why it is none yet. */
export type ParsedText =
  | { readonly ok: true; readonly value: Json | undefined }
  | { readonly ok: false; readonly fault: string }

interface ValueDraft {
  readonly text: string
  /** Why the text is no value yet. */
  readonly fault: string | undefined
  setText(text: string): ParsedText
  /** Shows the value in its plain form again, unless the text is no value. */
  settle(): void
}

interface ValueDraftOptions {
  readonly value: Json | undefined
  format(value: Json | undefined): string
  parse(text: string): ParsedText
}

/**
 * A text that stands for a value and may not be one yet while it is typed (`1e`, `{"a":`). The value outside wins as
 * soon as it is another one than the text was made for.
 */
export function useValueDraft({ value, format, parse }: ValueDraftOptions): ValueDraft {
  const [draft, setDraft] = useState<{
    readonly text: string
    readonly stands: Json | undefined
    readonly fault: string | undefined
  }>()
  const current = draft !== undefined && sameJson(draft.stands, value) ? draft : undefined
  return {
    text: current?.text ?? format(value),
    fault: current?.fault,
    setText(text) {
      const parsed = parse(text)
      setDraft(
        parsed.ok ? { text, stands: parsed.value, fault: undefined } : { text, stands: value, fault: parsed.fault },
      )
      return parsed
    },
    settle() {
      if (current?.fault === undefined)
        afterPress(() => setDraft((draft) => (draft?.fault === undefined ? undefined : draft)))
    },
  }
}
