import { wordingOf } from '@petal/core/model'
import { Button, toast } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Puzzle, ToggleRight } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useActions } from '../../editor/EditorContext.tsx'
import type { LoadedPlugin } from './LoadedPlugin.ts'
import type { PluginCollection } from './PluginCollection.ts'
import { usePluginCollection } from './PluginsContext.tsx'

const none: readonly LoadedPlugin[] = []

/** That a step needs a plugin, and the way to it: one that is here is switched on, another one is loaded. */
export function MissingPlugin({ type }: { readonly type: string }) {
  const { setDialog } = useActions()
  const collection = usePluginCollection()
  const plugin = usePlugins(collection).find(({ enabled, manifest }) => {
    return !enabled && manifest.steps.some(({ name }) => name === type)
  })
  if (collection !== undefined && plugin !== undefined) return <SwitchOn plugin={plugin} collection={collection} />
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="text-pretty text-ink-soft">
        {t('This step needs a plugin that brings the type {type}.', { type })}
      </p>
      <Button size="sm" icon={<Puzzle />} onClick={() => setDialog('plugins')}>
        {t('Load a plugin')}
      </Button>
    </div>
  )
}

function SwitchOn({ plugin, collection }: { readonly plugin: LoadedPlugin; readonly collection: PluginCollection }) {
  const { name, manifest } = plugin
  const switchOn = () => collection.setEnabled(name, true).catch((fault: Error) => toast.error(wordingOf(fault).said))
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="text-pretty text-ink-soft">
        {t('This step needs the plugin {title}, which is switched off.', { title: manifest.title })}
      </p>
      <Button size="sm" icon={<ToggleRight />} onClick={switchOn}>
        {t('Switch on {title}', { title: manifest.title })}
      </Button>
    </div>
  )
}

function usePlugins(collection: PluginCollection | undefined): readonly LoadedPlugin[] {
  return useSyncExternalStore(
    (listener) => collection?.plugins.subscribe(listener) ?? (() => undefined),
    () => collection?.plugins.getState() ?? none,
  )
}
