import { t } from '@petal/ui/language'
import type { LoadedPlugin } from '../../plugins/loaded/LoadedPlugin.ts'
import { describeSource } from './describeSource.ts'

interface PluginChangesProps {
  readonly before: LoadedPlugin
  readonly after: LoadedPlugin
}

/** What differs from the plugin of this name that is already here. */
export function PluginChanges({ before, after }: PluginChangesProps) {
  const changes = listChanges(before, after)
  return (
    <section
      aria-label={t('What differs')}
      className="rounded-lg border border-warn-line bg-warn-soft px-3 py-2 text-ink"
    >
      {changes.length === 0 ? (
        <p>{t('This is the very file that you have already.')}</p>
      ) : (
        <>
          <p className="font-medium">{t('You have a plugin of this name. What differs:')}</p>
          <ul className="mt-1 flex flex-col gap-0.5 text-ink-soft">
            {changes.map((change) => (
              <li key={change} className="wrap-anywhere">
                {change}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function listChanges(before: LoadedPlugin, after: LoadedPlugin): readonly string[] {
  if (before.hash === after.hash) return []
  const had = before.manifest.steps.map(({ name }) => name)
  const has = after.manifest.steps.map(({ name }) => name)
  const gone = had.filter((name) => !has.includes(name))
  const come = has.filter((name) => !had.includes(name))
  const from = [describeSource(before.source), describeSource(after.source)]
  const versions = [before.manifest.version, after.manifest.version]
  return [
    versions[0] === versions[1]
      ? t('The version is the same: {version}', { version: versions[0] })
      : t('Version {versions}', { versions: versions.join(' → ') }),
    `SHA-256 ${before.hash.slice(0, 12)}… → ${after.hash.slice(0, 12)}…`,
    ...(from[0] === from[1] ? [] : [t('From {source}', { source: from.join(' → ') })]),
    ...(come.length === 0 ? [] : [t('New steps: {names}', { names: come.join(', ') })]),
    ...(gone.length === 0 ? [] : [t('Steps that are gone: {names}', { names: gone.join(', ') })]),
  ]
}
