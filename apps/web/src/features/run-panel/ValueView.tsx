import type { Json } from '@petal/core/model'
import { Button } from '@petal/ui'
import { spokenLanguage, t } from '@petal/ui/language'
import { useState } from 'react'
import { readConversation } from '../../runner/agentInputs.ts'
import { MessageList } from './MessageList.tsx'

/** A text longer than this is folded at first, in characters. */
const FOLDED = 1200

/** A value of the state: text as text, turns of a conversation as such, everything else as JSON. */
export function ValueView({ value }: { readonly value: Json }) {
  const list: readonly Json[] = Array.isArray(value) ? value : [value]
  const turns = readConversation(list)
  if (turns.length > 0 && turns.length === list.length) return <MessageList messages={turns} />
  return <PlainValue value={value} />
}

function PlainValue({ value }: { readonly value: Json }) {
  const [whole, setWhole] = useState(false)
  const isText = typeof value === 'string'
  const text = isText ? value : JSON.stringify(value, undefined, 2)
  const folded = !whole && text.length > FOLDED
  return (
    <div className="min-w-0">
      <pre
        dir={isText ? 'auto' : 'ltr'}
        className={
          isText
            ? 'whitespace-pre-wrap break-words font-sans text-base text-ink'
            : 'whitespace-pre-wrap break-words font-mono text-ink text-sm'
        }
      >
        {text === '' ? (
          <span className="text-ink-faint">{t('empty')}</span>
        ) : folded ? (
          `${text.slice(0, FOLDED)}…`
        ) : (
          text
        )}
      </pre>
      {folded ? (
        <Button size="sm" variant="ghost" className="-ml-2" onClick={() => setWhole(true)}>
          {t('Show all {count} characters', { count: text.length.toLocaleString(spokenLanguage()) })}
        </Button>
      ) : null}
    </div>
  )
}
