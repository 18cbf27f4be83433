import * as z from 'zod'
import { t } from '../../language/t.ts'
import { manifestLine, manifestText } from './manifestTexts.ts'

const base = {
  // An agent's file refuses names that could reach a prototype; so must this.
  name: z
    .string()
    .max(40)
    .regex(/^[a-z][A-Za-z0-9]*$/, { error: () => t('Use letters and digits, and begin with a small letter.') })
    .refine((name) => name !== 'constructor' && name !== 'prototype', {
      error: () => t('This name is taken by the language.'),
    }),
  title: manifestLine(60),
  description: manifestText(300).optional(),
  placeholder: manifestLine(120).optional(),
  advanced: z.boolean().optional(),
}

const optionSchema = z.strictObject({ value: manifestLine(80), label: manifestLine(80) })

const settingKinds = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ ...base, kind: z.literal('text'), default: z.string().max(2_000).default('') }),
    z.strictObject({ ...base, kind: z.literal('longText'), default: z.string().max(20_000).default('') }),
    z.strictObject({
      ...base,
      kind: z.literal('number'),
      default: z.number().default(0),
      min: z.number().optional(),
      max: z.number().optional(),
      integer: z.boolean().default(false),
    }),
    z.strictObject({ ...base, kind: z.literal('toggle'), default: z.boolean().default(false) }),
    z.strictObject({
      ...base,
      kind: z.literal('select'),
      options: z.array(optionSchema).min(1).max(100),
      default: z.string().optional(),
    }),
    z.strictObject({ ...base, kind: z.literal('stateField'), default: manifestLine(60) }),
    z.strictObject({
      ...base,
      kind: z.literal('textList'),
      default: z.array(z.string().max(2_000)).max(100).default([]),
    }),
  ],
  { error: () => t('It must be text, longText, number, toggle, select, stateField or textList.') },
)

/** One setting of a plugin's step: a kind of field with its words, its default and its bounds. */
export const pluginSettingSchema = settingKinds.superRefine((setting, context) => {
  const problem = defaultFault(setting)
  if (problem !== undefined) context.addIssue({ code: 'custom', path: ['default'], message: problem })
})

export type PluginSetting = z.output<typeof settingKinds>

function defaultFault(setting: PluginSetting): string | undefined {
  if (setting.kind === 'select' && setting.default !== undefined)
    return setting.options.some(({ value }) => value === setting.default) ? undefined : t('It is none of the options.')
  if (setting.kind !== 'number') return undefined
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, integer } = setting
  if (setting.default < min || setting.default > max) return t('It is not between min and max.')
  return integer && !Number.isInteger(setting.default) ? t('It is no whole number.') : undefined
}
