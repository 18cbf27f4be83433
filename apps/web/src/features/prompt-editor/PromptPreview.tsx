import { parseTemplate, type TemplatePart, toPromptText } from '@petal/core/model'
import { cn } from '@petal/ui'
import { plural, t } from '@petal/ui/language'
import { Suspense, useDeferredValue, useMemo, useState } from 'react'
import { lazyPart } from '../../look/lazyPart.ts'
import type { VariableSet } from './codemirror/VariableSet.ts'
import { valueAt } from './codemirror/valueAt.ts'
import { PromptCost } from './PromptCost.tsx'
import { useSentText } from './useSentText.ts'

const WordDiff = lazyPart(async () => (await import('../../look/difference/WordDiff.tsx')).WordDiff)

interface PromptPreviewProps {
  readonly text: string
  /** Where the text stands in its step. */
  readonly path: string
  readonly variables: VariableSet
  readonly className?: string
}

/** A piece of the text as it would be sent. `missing`: there is no value for it yet. */
interface PreviewPart {
  readonly start: number
  readonly text: string
  readonly kind: 'text' | 'value' | 'missing'
}

/** The prompt as it would be sent with the values of the newest run; on demand, against the one that run began with. */
export function PromptPreview({ text, path, variables, className }: PromptPreviewProps) {
  const shown = useDeferredValue(text)
  const parts = useMemo(() => toPreviewParts(shown, variables), [shown, variables])
  const sent = useSentText(path)
  const [compares, setCompares] = useState(false)
  const before = compares && sent !== undefined ? joinTexts(toPreviewParts(sent, variables)) : undefined
  const missing = parts.filter(({ kind }) => kind === 'missing').length
  const tokens = Math.ceil(joinTexts(parts).length / 4)
  return (
    <section
      aria-label={t('Preview')}
      className={cn('flex max-h-60 flex-col overflow-hidden rounded-md border border-line bg-sunken', className)}
    >
      {before === undefined ? (
        <PreviewText parts={parts} />
      ) : (
        <Suspense fallback={<PreviewText parts={parts} />}>
          <WordDiff
            whole
            before={before}
            after={joinTexts(parts)}
            className="min-h-0 flex-1 overflow-y-auto px-2 py-1.5"
          />
        </Suspense>
      )}
      <p className="flex justify-between gap-2 border-line border-t px-2 py-1 text-ink-faint text-xs">
        <span>
          {missing === 0
            ? t('With the newest run’s values')
            : plural(missing, 'One value missing: run the agent', '{count} values missing: run the agent')}
        </span>
        {sent === undefined || sent === shown ? null : (
          <button
            type="button"
            aria-pressed={compares}
            className="focus-ring shrink-0 rounded-sm text-accent hover:underline"
            onClick={() => setCompares(!compares)}
          >
            {compares ? t('Hide what changed') : t('Show what changed since')}
          </button>
        )}
        <span className="shrink-0 tabular-nums">
          {t('about {tokens} tokens', { tokens })}
          <PromptCost tokens={tokens} />
        </span>
      </p>
    </section>
  )
}

function PreviewText({ parts }: { readonly parts: readonly PreviewPart[] }) {
  return (
    <p className="wrap-anywhere min-h-0 flex-1 overflow-y-auto whitespace-pre-wrap px-2 py-1.5">
      {parts.length === 0 ? <span className="text-ink-faint">{t('Nothing is sent.')}</span> : null}
      {parts.map((part) => (
        <span
          key={part.start}
          className={looks[part.kind]}
          title={part.kind === 'missing' ? t('No value yet') : undefined}
        >
          {part.text}
        </span>
      ))}
    </p>
  )
}

const looks = {
  text: undefined,
  value: 'rounded-sm bg-model-soft text-model',
  missing: 'rounded-sm bg-warn-soft text-warn underline decoration-dashed underline-offset-2',
} as const

function toPreviewParts(text: string, variables: VariableSet): readonly PreviewPart[] {
  return parseTemplate(text).parts.map((part) => toPreviewPart(part, variables))
}

function joinTexts(parts: readonly PreviewPart[]): string {
  return parts.map(({ text }) => text).join('')
}

function toPreviewPart(part: TemplatePart, { variables }: VariableSet): PreviewPart {
  if (part.kind === 'text') return { start: part.start, text: part.text, kind: 'text' }
  const { name, path } = part.reference
  const variable = variables.find((candidate) => candidate.name === name)
  const value = toPromptText(valueAt(variable?.value, path.slice(1)))
  return value === undefined
    ? { start: part.start, text: `{${path.join('.')}}`, kind: 'missing' }
    : { start: part.start, text: value, kind: 'value' }
}
