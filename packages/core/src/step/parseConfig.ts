import type * as z from 'zod'
import { AgentError } from '../errors/AgentError.ts'
import { jsonPath } from '../json/jsonPath.ts'
import { alsoInEnglish } from '../language/alsoInEnglish.ts'
import { joinWordings } from '../language/joinWordings.ts'
import { word } from '../language/word.ts'
import { explainIssue } from './explainIssue.ts'

/** Which schema gave these settings. They are never changed, so parsing them again would only give them again. */
const givenBy = new WeakMap<object, z.ZodType>()

/** What a schema makes of a step's settings; what is wrong is said in plain words. */
export function safeParseConfig<Config>(schema: z.ZodType<Config>, settings: unknown): z.ZodSafeParseResult<Config> {
  // What a schema gave is of the schema's type: that is what the map remembers.
  if (isGivenBy(schema, settings)) return { success: true, data: settings as Config }
  // Most settings are good: only what is wrong is looked at again, for words that explain it.
  const plain = schema.safeParse(settings)
  const result = plain.success ? plain : schema.safeParse(settings, { error: (issue) => explainIssue(schema, issue) })
  if (result.success && typeof result.data === 'object' && result.data !== null) givenBy.set(result.data, schema)
  return result
}

function isGivenBy(schema: z.ZodType, settings: unknown): boolean {
  return typeof settings === 'object' && settings !== null && givenBy.get(settings) === schema
}

/**
 * A step's settings with their defaults.
 *
 * @param title what people call the step type
 * @throws AgentError `step.config` with the first thing that is wrong and its path
 */
export function parseConfig<Config>(schema: z.ZodType<Config>, settings: unknown, title: string): Config {
  const result = safeParseConfig(schema, settings)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const message = alsoInEnglish(
    String(issue?.message),
    () => safeParseConfig(schema, settings).error?.issues[0]?.message,
  )
  throw new AgentError('step.config', joinWordings([word(title), ': ', message]), {
    path: jsonPath(['config', ...(issue?.path ?? [])]),
  })
}
