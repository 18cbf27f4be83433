import type { PluginSettings } from './toSettingsSchema.ts'

const place = /\{([A-Za-z0-9]+)\}/g

/** A line with `{setting}` replaced by what the setting is. */
export function fillIn(line: string, settings: PluginSettings): string {
  return line.replace(place, (whole, name: string) => (Object.hasOwn(settings, name) ? show(settings[name]) : whole))
}

/** The fields that a list of names and `{setting}` comes to; a list in a setting gives several. */
export function fieldsNamed(names: readonly string[], settings: PluginSettings): readonly string[] {
  return names.flatMap((name) => {
    const setting = settingNamed(name)
    const value = setting === undefined ? undefined : settings[setting]
    if (typeof value === 'object') return value
    const field = fillIn(name, settings)
    return field === '' ? [] : [field]
  })
}

/** The setting that a name stands for, when it is `{setting}` and nothing else. */
export function settingNamed(name: string): string | undefined {
  return /^\{([A-Za-z0-9]+)\}$/.exec(name)?.[1]
}

/** The names of settings in a line. */
export function listPlaces(line: string): readonly string[] {
  return [...line.matchAll(place)].map(([, name = '']) => name)
}

/** As it stands on a card: in one line, without what would change the look of the words around it. */
function show(value: PluginSettings[string] | undefined): string {
  const text = typeof value === 'object' ? value.join(', ') : String(value ?? '')
  return text
    .replaceAll(/[\s*]+/g, ' ')
    .trim()
    .slice(0, 60)
}
