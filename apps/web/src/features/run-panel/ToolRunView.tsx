import type { ToolRun } from '@petal/core/model'
import { cn, Disclosure } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Wrench } from 'lucide-react'
import { StatusMark } from './StatusMark.tsx'
import { ValueView } from './ValueView.tsx'

/** One use of a tool: its name and state, and unfolded what it was given and what it gave. */
export function ToolRunView({ tool }: { readonly tool: ToolRun }) {
  const { name, args, status, result, problem } = tool
  return (
    <div className={cn('rounded-md border border-line px-2', problem !== undefined && 'border-danger-line')}>
      <Disclosure
        title={
          <span className="flex min-w-0 items-center gap-1.5">
            <Wrench aria-hidden className="size-3.5 shrink-0 text-tool" />
            <span className="font-mono text-ink text-sm">{name}</span>
            <span className="truncate font-mono font-normal text-ink-faint text-sm">{JSON.stringify(args)}</span>
          </span>
        }
        trailing={<StatusMark status={status} />}
      >
        <div className="flex flex-col gap-2 pt-1 pb-2">
          <p className="font-medium text-ink-soft text-xs">{t('Arguments')}</p>
          <ValueView value={args} />
          <p className="font-medium text-ink-soft text-xs">{problem === undefined ? t('Result') : t('No result')}</p>
          {problem === undefined ? (
            <ValueView value={result ?? null} />
          ) : (
            <p dir="auto" className="wrap-anywhere text-danger">
              {t(problem.message)}
            </p>
          )}
        </div>
      </Disclosure>
    </div>
  )
}
