import * as z from 'zod'
import type { PluginSetting } from './pluginSetting.ts'

/** What a plugin's step may be set to. */
export type PluginSettings = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** The schema of a step's settings, made of how its plugin describes them. */
export function toSettingsSchema(settings: readonly PluginSetting[]): z.ZodType<PluginSettings> {
  return z.object(Object.fromEntries(settings.map((setting) => [setting.name, toSchema(setting)])))
}

function toSchema(setting: PluginSetting) {
  return valueSchema(setting).meta({ ...look(setting), ...widget(setting) })
}

function valueSchema(setting: PluginSetting) {
  switch (setting.kind) {
    case 'number':
      return numberSchema(setting).default(setting.default)
    case 'toggle':
      return z.boolean().default(setting.default)
    case 'select': {
      const values = setting.options.map(({ value }) => value)
      return z.enum(values).default(setting.default ?? values[0] ?? '')
    }
    case 'textList':
      return z.array(z.string()).default(setting.default)
    default:
      return z.string().default(setting.default)
  }
}

function numberSchema({ min, max, integer }: Extract<PluginSetting, { kind: 'number' }>) {
  const number = integer ? z.int() : z.number()
  const from = min === undefined ? number : number.min(min)
  return max === undefined ? from : from.max(max)
}

function look({ title, description, placeholder, advanced }: PluginSetting) {
  return {
    title,
    ...(description === undefined ? {} : { description }),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(advanced === undefined ? {} : { advanced }),
  }
}

/** How the form draws it, where the schema alone does not say so. */
function widget(setting: PluginSetting) {
  switch (setting.kind) {
    case 'longText':
    case 'stateField':
    case 'textList':
      return { widget: setting.kind }
    case 'select':
      return { labels: Object.fromEntries(setting.options.map(({ value, label }) => [value, label])) }
    default:
      return {}
  }
}
