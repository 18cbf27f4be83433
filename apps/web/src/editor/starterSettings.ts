import type { AgentConfig, Json, StepDefinition } from '@petal/core/model'
import { parsePath, setAtPath } from './setAtPath.ts'

/**
 * Settings with which a new step does something sensible at once: the main prompt of a step that asks a model begins
 * with what there is to ask about. The main prompt is the last of its templates: what is said after the system's.
 *
 * @param follows the fields that the step before it writes.
 */
export function starterSettings(
  definition: StepDefinition,
  agent: AgentConfig,
  follows: readonly string[],
): Readonly<Record<string, Json>> {
  const defaults = definition.schema.safeParse({})
  if (!defaults.success || definition.model?.(defaults.data) === undefined) return {}
  const prompt = definition.texts?.(defaults.data).findLast(({ language }) => language === 'template')
  const subject = subjectOf(agent, follows)
  if (prompt?.text !== '' || subject === undefined) return {}
  const [, ...path] = parsePath(prompt.path)
  const settings = setAtPath({}, path, `{${subject}}`)
  return isSettings(settings) ? settings : {}
}

/** What to ask about: what the step before wrote, else the first text that a person puts in. */
function subjectOf(agent: AgentConfig, follows: readonly string[]): string | undefined {
  const { fields } = agent.stateType
  const isText = (name: string) => fields[name]?.type === 'string'
  const asked = Object.keys(fields).find((name) => fields[name]?.input && isText(name))
  // After a step that only speaks in the conversation, the conversation is the subject: no prompt of its own.
  return follows.length > 0 ? follows.find(isText) : asked
}

function isSettings(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
