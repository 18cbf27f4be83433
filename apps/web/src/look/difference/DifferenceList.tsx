import type { AgentDifference } from '@petal/core/model'
import { cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { changeMarks } from './changeMarks.ts'
import { describeEnd } from './describeEnd.ts'
import { describeSetting, describeThing } from './describeSetting.ts'
import { type ChangedThing, groupDifferences } from './groupDifferences.ts'
import { ValueChange } from './ValueChange.tsx'

/** Differences between two agents under headings, each with what it was and what it is; texts by words. */
export function DifferenceList({ differences }: { readonly differences: readonly AgentDifference[] }) {
  const groups = groupDifferences(differences)
  if (groups.length === 0) return <p className="text-ink-soft">{t('No difference.')}</p>
  return (
    <div className="flex flex-col gap-4">
      {groups.map(({ part, title, things }) => (
        <section key={part} aria-label={title} className="flex flex-col gap-1.5">
          <h4 className="font-medium text-ink-soft text-sm">{title}</h4>
          <ul className="flex flex-col gap-1.5">
            {things.map((thing) => (
              <Thing key={thing.key} thing={thing} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Thing({ thing }: { readonly thing: ChangedThing }) {
  const { kind, agentId, differences } = thing
  const { sign, look, label } = changeMarks[kind]
  const [first] = differences
  return (
    <li className="flex items-baseline gap-2">
      <span className={cn('flex w-20 shrink-0 gap-1.5 text-sm', look)}>
        <span aria-hidden className="w-3 text-center font-mono">
          {sign}
        </span>
        {t(label)}
      </span>
      <div className="min-w-0 flex-1">
        <p dir="auto" className="wrap-anywhere text-ink">
          {first === undefined ? thing.name : describeThing(first)}
          {agentId === undefined || first?.part === 'agent' ? null : (
            <span className="text-ink-faint"> {t('· in the agent {agentId}', { agentId })}</span>
          )}
          {first?.exit === undefined ? null : (
            <span className="text-ink-faint"> {t('· exit {exit}', { exit: first.exit })}</span>
          )}
        </p>
        {kind === 'added' || kind === 'removed' || kind === 'moved' ? null : (
          <dl className="mt-1 flex flex-col gap-1.5">
            {differences
              .filter(({ kind: what }) => what !== 'moved')
              .map((difference) => (
                <Setting key={difference.setting.join('.')} difference={difference} />
              ))}
          </dl>
        )}
      </div>
    </li>
  )
}

function Setting({ difference }: { readonly difference: AgentDifference }) {
  const { kind, setting, before, after, isText } = difference
  const isEnd = kind === 'rewired'
  const label = isEnd ? t('Leads to') : describeSetting(setting)
  return (
    <div className="rounded-md border border-line bg-surface px-2 py-1.5">
      {label === '' ? null : <dt className="text-ink-faint text-xs">{label}</dt>}
      <dd className="max-h-64 overflow-y-auto">
        <ValueChange
          before={isEnd ? describeEnd(before) : before}
          after={isEnd ? describeEnd(after) : after}
          isText={isText}
        />
      </dd>
    </div>
  )
}
