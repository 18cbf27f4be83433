import { parseTemplate, type TemplatePart, toPromptText } from '@petal/core/model'
import { cn } from '@petal/ui'
import { useDeferredValue, useMemo } from 'react'
import type { VariableSet } from './codemirror/VariableSet.ts'
import { valueAt } from './codemirror/valueAt.ts'

interface PromptPreviewProps {
  readonly text: string
  readonly variables: VariableSet
  readonly className?: string
}

/** A piece of the text as it would be sent. `missing`: there is no value for it yet. */
interface PreviewPart {
  readonly start: number
  readonly text: string
  readonly kind: 'text' | 'value' | 'missing'
}

/** The prompt as it would be sent with the values of the newest run. */
export function PromptPreview({ text, variables, className }: PromptPreviewProps) {
  const shown = useDeferredValue(text)
  const parts = useMemo(
    () => parseTemplate(shown).parts.map((part) => toPreviewPart(part, variables)),
    [shown, variables],
  )
  const missing = parts.filter(({ kind }) => kind === 'missing').length
  const letters = parts.reduce((sum, part) => sum + part.text.length, 0)
  return (
    <section
      aria-label="Preview"
      className={cn('flex max-h-60 flex-col overflow-hidden rounded-md border border-line bg-sunken', className)}
    >
      <p className="wrap-anywhere min-h-0 flex-1 overflow-y-auto whitespace-pre-wrap px-2 py-1.5">
        {parts.length === 0 ? <span className="text-ink-faint">Nothing is sent.</span> : null}
        {parts.map((part) => (
          <span
            key={part.start}
            className={looks[part.kind]}
            title={part.kind === 'missing' ? 'No value yet' : undefined}
          >
            {part.text}
          </span>
        ))}
      </p>
      <p className="flex justify-between gap-2 border-line border-t px-2 py-1 text-ink-faint text-xs">
        <span>
          {missing === 0
            ? 'With the newest run’s values'
            : `${missing === 1 ? 'One value' : `${missing} values`} missing: run the agent`}
        </span>
        <span className="shrink-0 tabular-nums">about {Math.ceil(letters / 4)} tokens</span>
      </p>
    </section>
  )
}

const looks = {
  text: undefined,
  value: 'rounded-sm bg-model-soft text-model',
  missing: 'rounded-sm bg-warn-soft text-warn underline decoration-dashed underline-offset-2',
} as const

function toPreviewPart(part: TemplatePart, { variables }: VariableSet): PreviewPart {
  if (part.kind === 'text') return { start: part.start, text: part.text, kind: 'text' }
  const { name, path } = part.reference
  const variable = variables.find((candidate) => candidate.name === name)
  const value = toPromptText(valueAt(variable?.value, path.slice(1)))
  return value === undefined
    ? { start: part.start, text: `{${path.join('.')}}`, kind: 'missing' }
    : { start: part.start, text: value, kind: 'value' }
}
