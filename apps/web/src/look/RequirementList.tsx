import { t } from '@petal/ui/language'
import { Braces, Globe, type LucideIcon, MessageSquare, Puzzle, Wrench } from 'lucide-react'
import type { RequirementsPreview } from '../runner/previewRequirements.ts'

/** What a run of an agent will use: nothing of it is asked or run by showing it. */
export function RequirementList({ requirements }: { readonly requirements: RequirementsPreview }) {
  const { hosts, models, tools, codeSteps, codeTools, plugins, unknownTypes } = requirements
  return (
    <ul className="flex flex-col gap-2">
      <Requirement icon={MessageSquare} label={t('Models')} none={t('No model')} items={models} />
      <Requirement icon={Globe} label={t('Hosts')} none={t('No request leaves this page')} items={hosts} mono />
      <Requirement
        icon={Braces}
        label={t('Code')}
        none={t('No code')}
        items={[...codeSteps, ...codeTools]}
        note={t('runs in a sandbox without network')}
      />
      {tools.length === 0 ? null : <Requirement icon={Wrench} label={t('Tools')} none="" items={tools} />}
      {plugins.length === 0 ? null : (
        <Requirement
          icon={Puzzle}
          label={t('Plugins you loaded')}
          none=""
          items={plugins}
          note={t('run in a sandbox without network')}
        />
      )}
      {unknownTypes.length === 0 ? null : (
        <Requirement
          icon={Puzzle}
          label={t('Unknown step types')}
          none=""
          items={unknownTypes}
          mono
          note={t('kept, but cannot run')}
        />
      )}
    </ul>
  )
}

interface RequirementProps {
  readonly icon: LucideIcon
  readonly label: string
  /** What it says when there are none. */
  readonly none: string
  readonly items: readonly string[]
  readonly note?: string
  readonly mono?: boolean
}

function Requirement({ icon: Icon, label, none, items, note, mono = false }: RequirementProps) {
  return (
    <li className="flex items-start gap-2.5">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
      <div className="min-w-0">
        <p className="text-ink-faint text-sm">{label}</p>
        {items.length === 0 ? <p className="text-ink-soft">{none}</p> : null}
        {items.map((item) => (
          <p key={item} dir="auto" className={mono ? 'break-words font-mono text-ink text-sm' : 'break-words text-ink'}>
            {item}
          </p>
        ))}
        {items.length === 0 || note === undefined ? null : <p className="text-ink-faint text-sm">{note}</p>}
      </div>
    </li>
  )
}
