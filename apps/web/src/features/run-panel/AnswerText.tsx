import { memo, Suspense } from 'react'
import { lazyPart } from '../../look/lazyPart.ts'
import { splitSettled } from './splitSettled.ts'

const Markdown = lazyPart(async () => (await import('../../look/markdown/Markdown.tsx')).Markdown)

interface AnswerTextProps {
  readonly text: string
  /** While it grows only its last part is read anew. */
  readonly streaming: boolean
}

/** A model's words as safe markdown; as plain text until the reader for it is loaded. */
export function AnswerText({ text, streaming }: AnswerTextProps) {
  const { settled, rest } = streaming ? splitSettled(text) : { settled: '', rest: text }
  return (
    <div dir="auto" className="flex flex-col gap-2 break-words text-ink [unicode-bidi:isolate]">
      <Suspense fallback={<p className="whitespace-pre-wrap">{text}</p>}>
        {settled === '' ? null : <Settled text={settled} />}
        <Markdown text={rest} />
      </Suspense>
    </div>
  )
}

const Settled = memo(function Settled({ text }: { readonly text: string }) {
  return <Markdown text={text} />
})
