import type { Problem } from '../errors/Problem.ts'
import { isJsonObject } from '../json/isJsonObject.ts'
import { joinPath } from '../json/jsonPath.ts'
import { t } from '../language/t.ts'
import { type AnySchema, childSchema, knownKeys, schemaParts } from '../step/schemaTree.ts'
import { closestName } from '../templates/closestName.ts'

/** A warning for every key that the schema does not know, at any depth. Nothing is dropped because of it. */
export function findUnknownKeys(schema: AnySchema, value: unknown): readonly Problem[] {
  const problems: Problem[] = []
  collect(problems, schema, value, 'config')
  return problems
}

function collect(problems: Problem[], schema: AnySchema, value: unknown, path: string): void {
  if (Array.isArray(value)) {
    const parts = schemaParts(schema)
    if (parts.type !== 'array') return
    for (const [index, item] of value.entries()) collect(problems, parts.element, item, joinPath(path, index))
  }
  if (!isJsonObject(value)) return
  for (const key of Object.keys(value)) {
    const child = childSchema(schema, key)
    const item = value[key]
    if (child === undefined) {
      const known = knownKeys(schema)
      if (known !== undefined) problems.push(unknownKey(key, joinPath(path, key), known))
    } else if (typeof item === 'object') collect(problems, child, item, joinPath(path, key))
  }
}

function unknownKey(key: string, path: string, known: readonly string[]): Problem {
  const meant = closestName(key, known)
  const message =
    meant === undefined
      ? t("'{key}' is no setting of this step: it is kept, but has no effect. It knows: {known}.", {
          key,
          known: known.join(', '),
        })
      : t("'{key}' is no setting of this step: it is kept, but has no effect. Did you mean {meant}?", { key, meant })
  return {
    code: 'step.unknownKey',
    severity: 'warning',
    path,
    message,
    cause: { available: known },
    fix: { label: t('Remove {key}', { key }), change: { path } },
  }
}
