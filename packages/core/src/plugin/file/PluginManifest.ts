import * as z from 'zod'
import { t } from '../../language/t.ts'
import { manifestLine, manifestText } from './manifestTexts.ts'
import { pluginSettingSchema } from './pluginSetting.ts'

const stepName = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9-]*$/, { error: () => t('Use small letters, digits and dashes, and begin with a letter.') })

/** A field of the state: its name, or `{setting}` for the one that a setting names. */
const fieldNames = z.array(manifestLine(120)).max(40).default([])

const exitSchema = z.strictObject({ id: stepName, label: manifestLine(40) })

/** One type of step as a plugin file says it: everything but its function, as data. */
const stepSchema = z.strictObject({
  name: stepName,
  title: manifestLine(60),
  description: manifestText(400).default(''),
  category: z.enum(['model', 'logic', 'data', 'code', 'tool', 'human', 'output', 'other']).default('other'),
  icon: z
    .string()
    .max(60)
    .regex(/^[a-z0-9-]+$/, { error: () => t('Give the name of a lucide icon, such as search.') })
    .default('puzzle'),
  settings: z.array(pluginSettingSchema).max(40).default([]),
  reads: fieldNames,
  writes: fieldNames,
  exits: z.array(exitSchema).min(1).max(20).optional(),
  passBy: stepName.optional(),
  summary: manifestLine(160).optional(),
  runs: z.literal(true, { error: () => t('A step needs a function called run.') }),
})

/** What a plugin file says about itself, as plain data: nothing of it can run. */
export const pluginManifestSchema = z.strictObject({
  name: stepName,
  version: z
    .string()
    .max(40)
    .regex(/^\d+(\.\d+){0,2}([-+][0-9A-Za-z.-]+)?$/, { error: () => t('Give a version such as 1.0.0.') }),
  title: manifestLine(60),
  description: manifestText(600).default(''),
  steps: z.array(stepSchema).min(1).max(40),
})

export type PluginManifest = z.output<typeof pluginManifestSchema>

export type PluginStep = PluginManifest['steps'][number]
