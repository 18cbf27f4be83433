import type { AgentConfig } from '@petal/core/model'
import { Badge } from '@petal/ui'
import { t } from '@petal/ui/language'
import type { ReactNode } from 'react'
import { agentTitle } from '../../editor/agentTitle.ts'
import { useRegistry } from '../../editor/EditorContext.tsx'

/** What an agent has: its steps, the fields of its state, the agents within it. */
export function AgentContents({ config }: { readonly config: AgentConfig }) {
  const registry = useRegistry()
  const fields = Object.entries(config.stateType.fields)
  const agents = Object.entries(config.agents ?? {})
  return (
    <div className="grid w-full gap-x-6 gap-y-3 sm:grid-cols-2">
      <List title={t('Steps')}>
        {config.steps.map(({ id, nodeName, strategyType }) => {
          const type = t(registry.describe(strategyType)?.title ?? strategyType)
          return <Item key={id} name={nodeName || type} about={nodeName ? type : ''} />
        })}
      </List>
      {fields.length === 0 ? null : (
        <List title={t('State')}>
          {fields.map(([name, { type, input }]) => (
            <Item key={name} name={name} about={type} mono>
              {input === true ? <Badge tone="accent">{t('input')}</Badge> : null}
            </Item>
          ))}
        </List>
      )}
      {agents.length === 0 ? null : (
        <List title={t('Agents in the file')}>
          {agents.map(([id, agent]) => (
            <Item key={id} name={agentTitle(agent, id)} about="" />
          ))}
        </List>
      )}
    </div>
  )
}

function List({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-1">
      <h4 className="font-medium text-ink-soft text-sm">{title}</h4>
      <ul className="flex flex-col gap-1">{children}</ul>
    </section>
  )
}

interface ItemProps {
  readonly name: string
  /** What it is. */
  readonly about: string
  readonly mono?: boolean
  readonly children?: ReactNode
}

function Item({ name, about, mono = false, children }: ItemProps) {
  return (
    <li className="flex min-w-0 items-baseline gap-2">
      <span dir="auto" className={mono ? 'wrap-anywhere font-mono text-ink text-sm' : 'wrap-anywhere text-ink'}>
        {name}
      </span>
      {about === '' ? null : <span className="shrink-0 text-ink-faint text-sm">{about}</span>}
      {children}
    </li>
  )
}
