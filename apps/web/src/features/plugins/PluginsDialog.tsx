import { Dialog, EmptyState } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Puzzle } from 'lucide-react'
import { useStore } from 'zustand/react'
import { useActions } from '../../editor/EditorContext.tsx'
import type { PluginCollection } from '../../plugins/loaded/PluginCollection.ts'
import { usePluginCollection } from '../../plugins/loaded/PluginsContext.tsx'
import { AddPlugin } from './AddPlugin.tsx'
import { OfferRefused } from './OfferRefused.tsx'
import { PluginPreview } from './PluginPreview.tsx'
import { PluginRow } from './PluginRow.tsx'
import { useOffer } from './useOffer.ts'

/** The plugins that the person has loaded, and the ways to load another one. */
export function PluginsDialog() {
  const collection = usePluginCollection()
  return collection === undefined ? null : <LoadedPlugins collection={collection} />
}

/** Choose, look, decide. Nothing is added before the last click. */
function LoadedPlugins({ collection }: { readonly collection: PluginCollection }) {
  const { setDialog } = useActions()
  const plugins = useStore(collection.plugins)
  const looking = useOffer()
  const { offer } = looking
  if (offer?.ok)
    return (
      <PluginPreview key={offer.plugin.hash} plugin={offer.plugin} collection={collection} onClose={looking.clear} />
    )
  return (
    <Dialog
      open
      onOpenChange={() => setDialog(undefined)}
      title={t('Plugins')}
      description={t('A plugin brings steps. It is shown first; its code runs in the sandbox only.')}
    >
      <div className="flex flex-col gap-4">
        {plugins.length === 0 ? (
          <EmptyState icon={<Puzzle />} title={t('No plugins yet')} className="py-4">
            {t('Load one from a file or an address.')}
          </EmptyState>
        ) : (
          <ul
            aria-label={t('Loaded plugins')}
            className="flex flex-col divide-y divide-line rounded-lg border border-line"
          >
            {plugins.map((plugin) => (
              <PluginRow key={plugin.name} plugin={plugin} collection={collection} looking={looking} />
            ))}
          </ul>
        )}
        {offer === undefined ? null : <OfferRefused offer={offer} />}
        <AddPlugin looking={looking} />
        <p className="text-ink-faint text-sm">
          {t('Plugins stay on this device. Other tabs that are open know of a change once they are loaded again.')}
        </p>
      </div>
    </Dialog>
  )
}
