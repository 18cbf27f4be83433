import type * as z from 'zod'
import type { Problem } from '../errors/Problem.ts'
import { isJsonObject } from '../json/isJsonObject.ts'
import { jsonPath } from '../json/jsonPath.ts'
import { safeParseConfig } from '../step/parseConfig.ts'

type Path = readonly PropertyKey[]
type Settings = Readonly<Record<string, unknown>>

/** Settings as the schema gives them, and what was wrong with them. */
export interface ParsedSettings {
  readonly settings: unknown
  readonly problems: readonly Problem[]
}

/**
 * Settings with their defaults. A value that cannot be used becomes a problem and gives way to its default, so that
 * the rest of the step (its ports, its card) still shows what the person made.
 */
export function parseSettings(schema: z.ZodType, settings: Settings): ParsedSettings {
  const result = safeParseConfig(schema, settings)
  if (result.success) return { settings: result.data, problems: [] }
  const problems = result.error.issues.map(toProblem)
  const paths = result.error.issues.map(({ path }) => path)
  const repairs = [
    () => removePaths(settings, paths),
    () =>
      removePaths(
        settings,
        paths.map(([top]) => (top === undefined ? [] : [top])),
      ),
    () => ({}),
  ]
  for (const repair of repairs) {
    const repaired = safeParseConfig(schema, repair())
    if (repaired.success) return { settings: repaired.data, problems }
  }
  return { settings, problems }
}

function toProblem({ path, message }: z.core.$ZodIssue): Problem {
  return { code: 'step.config', severity: 'error', path: jsonPath(['config', ...path]), message }
}

/** A copy without what stands at the paths. The last index of a list goes first, so that the others keep their place. */
function removePaths(settings: unknown, paths: readonly Path[]): unknown {
  return [...paths].reverse().reduce(removePath, settings)
}

function removePath(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return undefined
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => {
      if (index !== key) return [item]
      return rest.length === 0 ? [] : [removePath(item, rest)]
    })
  }
  if (!isJsonObject(value)) return value
  const entries = Object.entries(value).filter(([name]) => name !== key || rest.length > 0)
  return Object.fromEntries(entries.map(([name, item]) => [name, name === key ? removePath(item, rest) : item]))
}
