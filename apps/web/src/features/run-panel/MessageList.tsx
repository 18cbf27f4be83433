import type { Message } from '@petal/core/model'
import { cn } from '@petal/ui'
import { msg, t } from '@petal/ui/language'

const looks: Readonly<Record<Message['role'], { readonly label: string; readonly color: string }>> = {
  system: { label: msg('System'), color: 'text-logic' },
  user: { label: msg('User'), color: 'text-data' },
  assistant: { label: msg('Assistant'), color: 'text-model' },
  tool: { label: msg('Tool'), color: 'text-tool' },
}

/** Messages exactly as they were sent or answered: text as text, nothing rendered. */
export function MessageList({ messages }: { readonly messages: readonly Message[] }) {
  return (
    <ol className="flex flex-col gap-2">
      {messages.map((message, index) => {
        const { label, color } = looks[message.role]
        return (
          // A message has no identity but its place in the list, which never changes.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index} className="rounded-md border border-line bg-surface">
            <p className={cn('px-2.5 pt-1.5 font-medium text-xs', color)}>
              {t(label)}
              {message.name === undefined ? '' : ` · ${message.name}`}
            </p>
            <pre dir="auto" className="whitespace-pre-wrap break-words px-2.5 pb-2 font-mono text-ink text-sm">
              {message.content}
            </pre>
            {message.toolCalls?.map((call) => (
              <p key={call.id} className="wrap-anywhere px-2.5 pb-2 font-mono text-ink text-sm">
                <span className="text-tool">{call.name}</span>({JSON.stringify(call.args)})
              </p>
            ))}
          </li>
        )
      })}
    </ol>
  )
}
