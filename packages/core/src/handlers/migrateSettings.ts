import type { Problem } from '../errors/Problem.ts'
import type { Json } from '../json/Json.ts'
import { t } from '../language/t.ts'
import type { StepDefinition } from '../step/StepDefinition.ts'

/** The key under which settings say which version of their step type they were written for. Absent: version 1. */
export const VERSION_KEY = '$version'

type Settings = Readonly<Record<string, unknown>>

/**
 * New settings for a step of this type, marked with its version when that is above 1, so that a later version knows
 * what to migrate.
 */
export function stampVersion(
  { version }: Pick<StepDefinition, 'version'>,
  config: Readonly<Record<string, Json>>,
): Readonly<Record<string, Json>> {
  return version === 1 ? config : { [VERSION_KEY]: version, ...config }
}

/** The settings without that mark. */
export function withoutVersion<Value>(config: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  if (!(VERSION_KEY in config)) return config
  const { [VERSION_KEY]: _mark, ...settings } = config
  return settings
}

/** Settings brought to the current version of their type, one version after the other, without the version mark. */
export function migrateSettings(
  definition: StepDefinition,
  config: Settings,
): { settings: Settings; problems: Problem[] } {
  const settings = withoutVersion(config)
  const version = config[VERSION_KEY] ?? 1
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return {
      settings,
      problems: [versionProblem(t('{versionKey} must be a whole number from 1.', { versionKey: VERSION_KEY }))],
    }
  }
  if (version > definition.version) {
    const message = t(
      'These settings were made by version {version} of {title}; this is version {newest}. Update Petal to run them.',
      { version, title: t(definition.title), newest: definition.version },
    )
    return { settings, problems: [versionProblem(message)] }
  }
  return climb(definition, settings, version)
}

function climb(definition: StepDefinition, start: Settings, from: number): { settings: Settings; problems: Problem[] } {
  let settings = start
  for (let version = from; version < definition.version; version += 1) {
    try {
      // Settings come from a file, so they are JSON; those only code can give are no part of a migration.
      settings = definition.migrate?.(settings as Readonly<Record<string, Json>>, version) ?? settings
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      const message = t(
        'The settings of version {version} of {title} could not be brought to version {newest}: {reason}',
        { version, title: t(definition.title), newest: version + 1, reason },
      )
      return { settings, problems: [versionProblem(message)] }
    }
  }
  return { settings, problems: [] }
}

function versionProblem(message: string): Problem {
  return { code: 'step.version', severity: 'error', path: 'config', message }
}
