import { wordingOf } from '@petal/core/model'
import { Badge, Button, IconButton, Switch, toast } from '@petal/ui'
import { t } from '@petal/ui/language'
import { RefreshCw, Trash2 } from 'lucide-react'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectFileAgent } from '../../editor/selectors.ts'
import type { LoadedPlugin } from '../../plugins/loaded/LoadedPlugin.ts'
import { listStepTypesUsed } from '../../plugins/loaded/listStepTypesUsed.ts'
import type { PluginCollection } from '../../plugins/loaded/PluginCollection.ts'
import { describeSource } from './describeSource.ts'
import type { Looking } from './useOffer.ts'

interface PluginRowProps {
  readonly plugin: LoadedPlugin
  readonly collection: PluginCollection
  readonly looking: Looking
}

/** One loaded plugin: what it brings, whether it is on, and what can be done with it. */
export function PluginRow({ plugin, collection, looking }: PluginRowProps) {
  const { name, manifest, source, enabled } = plugin
  const { title } = manifest
  const agent = useEditor(selectFileAgent)
  const used = listStepTypesUsed(agent)
  const isUsed = manifest.steps.some((step) => used.has(step.name))
  const remove = async () => {
    await collection.remove(name)
    const bringBack = () => void told(collection.add(plugin))
    toast(t('{title} is removed', { title }), { action: { label: t('Undo'), onClick: bringBack } })
  }
  return (
    <li aria-label={title} className="flex items-start gap-3 px-3 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium text-ink">{title}</span>
          <span className="text-ink-faint text-sm tabular-nums">{manifest.version}</span>
          {enabled ? null : <Badge>{t('off')}</Badge>}
          {isUsed ? <Badge tone="info">{t('used by this agent')}</Badge> : null}
        </p>
        <p className="wrap-anywhere text-ink-soft text-sm">{manifest.steps.map((step) => step.title).join(', ')}</p>
        <p className="wrap-anywhere text-ink-faint text-sm">{t('From {source}', { source: describeSource(source) })}</p>
        {source.kind === 'file' ? null : (
          <Button
            size="sm"
            variant="ghost"
            className="mt-1 -ml-2"
            icon={<RefreshCw />}
            busy={looking.busy}
            onClick={() => looking.lookAtAddress(source.address)}
          >
            {t('Check for a newer version')}
          </Button>
        )}
      </div>
      <Switch
        aria-label={t('Use {title}', { title })}
        checked={enabled}
        onCheckedChange={(isOn) => void told(collection.setEnabled(name, isOn))}
      />
      <IconButton label={t('Remove {title}', { title })} size="sm" onClick={() => void told(remove())}>
        <Trash2 />
      </IconButton>
    </li>
  )
}

/** Says what went wrong, if anything did. */
async function told(action: Promise<void>): Promise<void> {
  try {
    await action
  } catch (fault) {
    toast.error(wordingOf(fault).said)
  }
}
