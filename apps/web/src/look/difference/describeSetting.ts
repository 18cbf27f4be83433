import type { AgentDifference } from '@petal/core/model'
import { msg, t } from '@petal/ui/language'
import { describeEnd } from './describeEnd.ts'

const words: Readonly<Record<string, string>> = {
  nodeName: msg('Name'),
  promptTemplate: msg('Prompt'),
  strategyType: msg('Type'),
  onError: msg('After an error'),
  llmConfig: msg('Model'),
  graphConfig: msg('Graph'),
  loggingConfig: msg('Log'),
  stateType: msg('State'),
  checkpointer: msg('Remembering runs'),
  steps: msg('Order of the steps'),
  maxTurns: msg('Turns of the loop'),
  leaveBy: msg('Exit after the last turn'),
}

/** Settings that hold JSON of a person: the keys in it are theirs. */
const ownJson: ReadonlySet<string> = new Set(['args', 'body', 'default', 'json', 'parameters', 'schema', 'update'])

/**
 * What to call a setting: `['config', 'systemPrompt']` is "System prompt". Keys that people wrote stay as they are.
 *
 * @param within the setting that it is a part of, which is not said again
 */
export function describeSetting(setting: readonly string[], within: readonly string[] = []): string {
  const path = [...within, ...setting]
  const words = path.map((key, index) => (isOwnKey(path.slice(0, index), key) ? key : toWords(key)))
  return words.slice(path[0] === 'config' ? Math.max(1, within.length) : within.length).join(' · ')
}

function isOwnKey(above: readonly string[], key: string): boolean {
  if (isPlace(key)) return false
  // Headers are a list of names and values, or have their names as keys.
  return above.at(-1) === 'headers' || above.some((outer) => ownJson.has(outer))
}

/** A list counts from one for people. */
function isPlace(key: string): boolean {
  return /^\d+$/.test(key)
}

/** What to call the thing that differs, where its name is a key of the file. */
export function describeThing({ part, name }: Pick<AgentDifference, 'part' | 'name'>): string {
  if (part === 'edge') return name.split(arrow).map(describeEnd).join(arrow)
  return part === 'setting' ? toWords(name) : name
}

const arrow = ' → '

function toWords(key: string): string {
  const known = Object.hasOwn(words, key) ? words[key] : undefined
  if (known !== undefined) return t(known)
  if (isPlace(key)) return String(Number(key) + 1)
  const spaced = key.replace(/([a-z])([A-Z])/g, (_, end, next) => `${end} ${String(next).toLowerCase()}`)
  // Many settings are called in forms as their keys are.
  return t(spaced.charAt(0).toUpperCase() + spaced.slice(1))
}
