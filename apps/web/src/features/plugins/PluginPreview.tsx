import { wordingOf } from '@petal/core/model'
import { Button, Dialog, Disclosure, toast } from '@petal/ui'
import { plural, t } from '@petal/ui/language'
import { CircleAlert, Shield } from 'lucide-react'
import { useState } from 'react'
import type { LoadedPlugin } from '../../plugins/loaded/LoadedPlugin.ts'
import type { PluginCollection } from '../../plugins/loaded/PluginCollection.ts'
import { describeSource } from './describeSource.ts'
import { PluginChanges } from './PluginChanges.tsx'
import { PluginStepList } from './PluginStepList.tsx'

interface PluginPreviewProps {
  readonly plugin: LoadedPlugin
  readonly collection: PluginCollection
  onClose(): void
}

/** What a plugin is and may do, before it is added. */
export function PluginPreview({ plugin, collection, onClose }: PluginPreviewProps) {
  const { manifest, name } = plugin
  const { title } = manifest
  const [before] = useState(() => collection.plugins.getState().find((known) => known.name === name))
  const [taken] = useState(() => collection.taken(plugin))
  const isSame = before?.hash === plugin.hash
  const add = async () => {
    try {
      await collection.add({ ...plugin, enabled: before?.enabled ?? true })
      toast.success(t('{title} is added', { title }), { description: t('Its steps stand in the palette.') })
      onClose()
    } catch (fault) {
      toast.error(wordingOf(fault).said)
    }
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={before === undefined ? t('Add {title}?', { title }) : t('Replace {title}?', { title })}
      description={t('Only its description of itself was read, in the sandbox. Nothing is added yet.')}
      size="lg"
      footer={
        <>
          {/* Enter must not add what was not looked at. */}
          <Button autoFocus onClick={onClose}>
            {t('Cancel')}
          </Button>
          <Button variant="primary" disabled={taken.length > 0 || isSame} onClick={add}>
            {before === undefined ? t('Add plugin') : t('Replace plugin')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {taken.length === 0 ? null : <Taken names={taken} />}
        {before === undefined ? null : <PluginChanges before={before} after={plugin} />}
        <Facts plugin={plugin} />
        <PluginStepList steps={manifest.steps} />
        <Limits />
        <Disclosure title={t('Its code')}>
          <section
            // biome-ignore lint/a11y/noNoninteractiveTabindex: by keyboard it scrolls only while it has the focus
            tabIndex={0}
            aria-label={t('Code of the plugin')}
            className="focus-ring max-h-80 overflow-auto rounded-lg border border-line bg-sunken p-3"
          >
            <pre className="select-text font-mono text-ink text-sm">{plugin.text}</pre>
          </section>
        </Disclosure>
      </div>
    </Dialog>
  )
}

function Taken({ names }: { readonly names: readonly string[] }) {
  return (
    <p role="alert" className="flex items-start gap-2 rounded-lg border border-danger-line bg-danger-soft px-3 py-2">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <span className="wrap-anywhere">
        {plural(
          names.length,
          'It cannot be added: a step called {names} is known already.',
          'It cannot be added: {count} steps are known already: {names}.',
          { names: names.join(', ') },
        )}
      </span>
    </p>
  )
}

function Facts({ plugin: { manifest, source, hash, bytes } }: { readonly plugin: LoadedPlugin }) {
  const facts = [
    [t('Name'), `${manifest.name} ${manifest.version}`],
    [t('From'), describeSource(source)],
    [t('Size'), `${(bytes / 1_000).toFixed(1)} kB`],
    ['SHA-256', hash],
  ] as const
  return (
    <div className="flex flex-col gap-2">
      {manifest.description === '' ? null : <p className="whitespace-pre-line text-ink">{manifest.description}</p>}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        {facts.map(([term, fact]) => (
          <div key={term} className="contents">
            <dt className="text-ink-faint">{term}</dt>
            <dd className="wrap-anywhere select-text text-ink">
              {term === 'SHA-256' ? <code className="font-mono text-sm">{fact}</code> : fact}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Limits() {
  return (
    <div className="flex items-start gap-2 rounded-lg border border-line bg-sunken px-3 py-2">
      <Shield aria-hidden className="mt-0.5 size-4 shrink-0 text-ok" />
      <p className="text-ink-soft">
        {t(
          'Its code runs in the sandbox: no network, no page, no files, no keys. Each run of a step has 5 seconds and 32 MB, and gets a copy of the agent’s state. It writes only the fields that it says it writes.',
        )}
      </p>
    </div>
  )
}
