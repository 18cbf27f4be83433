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

/** What to call a setting: `['config', 'systemPrompt']` is "System prompt". */
export function describeSetting(setting: readonly string[]): string {
  const path = setting[0] === 'config' ? setting.slice(1) : setting
  return path.map(toWords).join(' · ')
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
  // A list counts from one for people.
  if (/^\d+$/.test(key)) return String(Number(key) + 1)
  const spaced = key.replace(/([a-z])([A-Z])/g, (_, end, next) => `${end} ${String(next).toLowerCase()}`)
  // Many settings are called in forms as their keys are.
  return t(spaced.charAt(0).toUpperCase() + spaced.slice(1))
}
