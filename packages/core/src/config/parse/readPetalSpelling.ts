import type { Problem } from '../../errors/Problem.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json, JsonObject } from '../../json/Json.ts'
import { joinPath } from '../../json/jsonPath.ts'
import { msg } from '../../language/msg.ts'
import type { TextValues } from '../../language/Translator.ts'
import { t } from '../../language/t.ts'

/** Keys of petal's Python spelling at the places the format knows. Free data is never touched. */
const spellings = {
  agent: ['state_type', 'graph_config', 'llm_config', 'logging_config'],
  step: ['strategy_type', 'node_name'],
  settings: [
    'prompt_template',
    'system_prompt',
    'llm_config',
    'structured_output_key',
    'structured_output_model',
    'max_iterations',
    'reasoning_prompt',
    'scratchpad_key',
  ],
  llmConfig: ['max_tokens', 'base_url', 'key_ref'],
  memory: ['memory_type', 'max_tokens'],
  graphConfig: ['graph_type', 'allow_parallel', 'max_retries', 'recursion_limit'],
  loggingConfig: ['include_state'],
} as const

/** Model settings that petal also takes, and writes, among a step's own settings. */
const flatModelKeys: readonly string[] = ['provider', 'model', 'temperature', 'max_tokens', 'base_url']

/** Numbers that petal also takes as text (`"0.5"`). */
const numbers: ReadonlySet<string> = new Set(['temperature', 'maxTokens', 'maxRetries', 'recursionLimit', 'timeout'])

/** Keys that may be left out and are written as null by petal: null says the same as leaving them out. */
const nullable: ReadonlySet<string> = new Set([
  'nodeName',
  'timeout',
  'baseUrl',
  'keyRef',
  'description',
  'tools',
  'edges',
  'notes',
  'groups',
  'layout',
  'exit',
  'disabled',
])

interface Reading {
  readonly problems: Problem[]
  /** Petal's files carry no version; settings of steps are renamed only there, because plugins own those names. */
  readonly isPetalFile: boolean
}

/** What was read: the value in our spelling, with a remark for each thing that was changed. */
export interface PetalReading {
  readonly value: JsonObject
  readonly problems: readonly Problem[]
}

/** Reads petal's spelling of a configuration; one that is in ours comes back as it is. */
export function readPetalSpelling(file: JsonObject): PetalReading {
  const reading: Reading = { problems: [], isPetalFile: !('version' in file) }
  const agent = withoutNulls(rename(file, spellings.agent, '', reading))
  const parts = {
    ...readStateName(agent, reading),
    ...readPart(agent, 'llmConfig', reading),
    ...readPart(agent, 'memory', reading),
    ...readPart(agent, 'graphConfig', reading),
    ...readPart(agent, 'loggingConfig', reading),
    ...readItems(agent, 'steps', (step, path) => readStep(step, path, reading)),
    ...readItems(agent, 'edges', withoutNulls),
  }
  return { value: { ...agent, ...parts }, problems: reading.problems }
}

function readStep(step: JsonObject, path: string, reading: Reading): JsonObject {
  const isPetalStep = reading.isPetalFile || (!('strategyType' in step) && 'strategy_type' in step)
  const renamed = readKeys(step, spellings.step, path, reading)
  if (!isPetalStep || !isJsonObject(renamed.config)) return renamed
  const at = joinPath(path, 'config')
  const config = gatherModel(rename(renamed.config, spellings.settings, at, reading), at, reading)
  return { ...renamed, config: { ...config, ...readPart(config, 'llmConfig', reading, at) } }
}

/** Petal's factory lays a model's settings flat among those of the step; here they stand in its `llmConfig`. */
function gatherModel(config: JsonObject, path: string, reading: Reading): JsonObject {
  if ('llmConfig' in config || !('provider' in config || 'model' in config || 'temperature' in config)) return config
  const isFlat = ([key]: readonly [string, unknown]) => flatModelKeys.includes(key)
  const entries = Object.entries(config)
  for (const [key] of entries.filter(isFlat)) {
    reading.problems.push(remark(joinPath(path, key), msg('{path}: {key} was read as part of llmConfig.'), { key }))
  }
  const rest = entries.filter((entry) => !isFlat(entry))
  return { ...Object.fromEntries(rest), llmConfig: Object.fromEntries(entries.filter(isFlat)) }
}

function readPart(
  owner: JsonObject,
  key: 'llmConfig' | 'memory' | 'graphConfig' | 'loggingConfig',
  reading: Reading,
  path = '',
): JsonObject {
  const part = owner[key]
  return isJsonObject(part) ? { [key]: readKeys(part, spellings[key], joinPath(path, key), reading) } : {}
}

function readKeys(part: JsonObject, keys: readonly string[], path: string, reading: Reading): JsonObject {
  return tidy(rename(part, keys, path, reading), path, reading)
}

function readItems(agent: JsonObject, key: string, read: (item: JsonObject, path: string) => JsonObject): JsonObject {
  const items = agent[key]
  if (!Array.isArray(items)) return {}
  return { [key]: items.map((item: Json, index) => (isJsonObject(item) ? read(item, joinPath(key, index)) : item)) }
}

/** Petal writes only the name of the state type; its fields are lost there. */
function readStateName({ stateType }: JsonObject, reading: Reading): JsonObject {
  if (typeof stateType !== 'string') return {}
  const message = t('The file gives only the name of its state type, {stateType}. Add the fields of its state.', {
    stateType,
  })
  reading.problems.push({ code: 'import.migrated', severity: 'info', path: 'stateType', message })
  return { stateType: { name: stateType, fields: {} } }
}

/** Our names for petal's; a key that stands in both spellings is left alone. */
function rename(object: JsonObject, keys: readonly string[], path: string, reading: Reading): JsonObject {
  const entries = Object.entries(object).map(([key, value]): [string, Json | undefined] => {
    const name = toCamelCase(key)
    if (!keys.includes(key) || Object.hasOwn(object, name)) return [key, value]
    reading.problems.push(remark(joinPath(path, key), msg('{path}: {key} was read as {name}.'), { key, name }))
    return [name, value]
  })
  return Object.fromEntries(entries)
}

/** Numbers out of texts, and nothing where null says nothing. */
function tidy(object: JsonObject, path: string, reading: Reading): JsonObject {
  const entries = Object.entries(object).map(([key, value]): [string, Json | undefined] => {
    if (typeof value !== 'string' || !numbers.has(key) || !/^\s*-?\d+(?:\.\d+)?\s*$/.test(value)) return [key, value]
    reading.problems.push(
      remark(joinPath(path, key), msg('{path}: the text "{value}" was read as a number.'), { value }),
    )
    return [key, Number(value)]
  })
  return withoutNulls(Object.fromEntries(entries))
}

function withoutNulls(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key, value]) => value !== null || !nullable.has(key)))
}

function remark(path: string, text: string, values: TextValues): Problem {
  return { code: 'import.migrated', severity: 'info', path, message: t(text, { path, ...values }) }
}

function toCamelCase(key: string): string {
  return key.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase())
}
