import { t } from '../../language/t.ts'
import { listPlaces } from './fillIn.ts'
import type { PluginManifest, PluginStep } from './PluginManifest.ts'

/** What is wrong with a plugin, and where it stands. */
export interface ManifestFault {
  readonly path: string
  readonly message: string
}

/** What no part of a manifest can tell alone: names given twice, and names that nothing has. */
export function findManifestFaults({ steps }: PluginManifest): readonly ManifestFault[] {
  return [
    ...findTwice(steps.map(({ name }) => name)).map(({ index, name }) => ({
      path: `steps[${index}].name`,
      message: t('Two steps are called {name}.', { name }),
    })),
    ...steps.flatMap((step, index) => stepFaults(step, `steps[${index}]`)),
  ]
}

function stepFaults(step: PluginStep, at: string): readonly ManifestFault[] {
  const { settings, exits, passBy, reads, writes, summary = '' } = step
  const names = settings.map(({ name }) => name)
  const lines = { reads, writes, summary: [summary] }
  const strangers = Object.entries(lines).flatMap(([key, list]) =>
    list.flatMap(listPlaces).flatMap((name) => (names.includes(name) ? [] : [{ key, name }])),
  )
  return [
    ...findTwice(names).map(({ index, name }) => ({
      path: `${at}.settings[${index}].name`,
      message: t('Two settings are called {name}.', { name }),
    })),
    ...findTwice(exits?.map(({ id }) => id) ?? []).map(({ index, name }) => ({
      path: `${at}.exits[${index}].id`,
      message: t('Two exits are called {name}.', { name }),
    })),
    ...strangers.map(({ key, name }) => ({
      path: `${at}.${key}`,
      message: t('It has no setting called {name}.', { name }),
    })),
    ...(summary.split('*').length % 2 === 0
      ? [{ path: `${at}.summary`, message: t('A star in it is not closed by another.') }]
      : []),
    ...(passBy === undefined || exits?.some(({ id }) => id === passBy)
      ? []
      : [{ path: `${at}.passBy`, message: t('It has no exit called {passBy}.', { passBy }) }]),
  ]
}

/** Each name that stood before, and where it stands again. */
function findTwice(names: readonly string[]): readonly { readonly index: number; readonly name: string }[] {
  return names.flatMap((name, index) => (names.indexOf(name) < index ? [{ index, name }] : []))
}
