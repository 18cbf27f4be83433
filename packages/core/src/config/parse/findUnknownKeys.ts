import type { Problem } from '../../errors/Problem.ts'
import { joinPath } from '../../json/jsonPath.ts'
import { t } from '../../language/t.ts'
import { closestName } from '../../templates/closestName.ts'
import type { AgentConfig } from '../AgentConfig.ts'
import { keyOrders } from '../keyOrders.ts'

/** Longest key a suggestion is sought for: comparing costs its length. */
const LONGEST_SUGGESTED = 64

/** An object of the file, what it is called, and which keys it may have. */
interface KnownObject {
  readonly value: object | null
  readonly path: string
  readonly stepId?: string
  readonly keys: readonly string[]
}

/** A warning for each key the format does not know. Such keys are kept and written back, but have no effect. */
export function findUnknownKeys(config: AgentConfig): Problem[] {
  const objects: KnownObject[] = [
    { value: config, path: '', keys: keyOrders.agent.keys },
    { value: config.stateType, path: 'stateType', keys: keyOrders.stateType.keys },
    ...Object.entries(config.stateType.fields).map(([name, value]) => {
      return { value, path: `stateType.fields.${name}`, keys: keyOrders.stateField.keys }
    }),
    { value: config.llmConfig, path: 'llmConfig', keys: keyOrders.llmConfig.keys },
    { value: config.memory, path: 'memory', keys: keyOrders.memory.keys },
    { value: config.memory?.llmConfig ?? null, path: 'memory.llmConfig', keys: keyOrders.ownModel.keys },
    { value: config.memory?.search ?? null, path: 'memory.search', keys: keyOrders.search.keys },
    { value: config.graphConfig, path: 'graphConfig', keys: keyOrders.graphConfig.keys },
    { value: config.loggingConfig, path: 'loggingConfig', keys: keyOrders.loggingConfig.keys },
    { value: config.checkpointer, path: 'checkpointer', keys: keyOrders.checkpointer.keys },
    ...config.steps.flatMap((value) => [
      { value, path: '', stepId: value.id, keys: keyOrders.step.keys },
      { value: value.retry ?? null, path: 'retry', stepId: value.id, keys: keyOrders.retry.keys },
      { value: value.onError ?? null, path: 'onError', stepId: value.id, keys: keyOrders.onError.keys },
    ]),
    ...(config.edges ?? []).map((value, index) => {
      return { value, path: joinPath('edges', index), keys: keyOrders.edge.keys }
    }),
  ]
  return objects.flatMap((object) =>
    Object.keys(object.value ?? {})
      .filter((key) => !object.keys.includes(key))
      .map((key) => toProblem(key, object)),
  )
}

function toProblem(key: string, { value, path: owner, stepId, keys }: KnownObject): Problem {
  const path = joinPath(owner, key)
  const where = { path, ...(stepId === undefined ? {} : { stepId }) }
  const fix = { label: t('Remove {key}', { key }), change: where }
  if (looksLikeSecret(key, value)) {
    const message = t(
      '{path} looks like a key or password. A file is no place for it: save the key in the studio, name it in keyRef, and remove this.',
      { path },
    )
    return { code: 'secret.looksLikeSecret', severity: 'warning', ...where, message, fix }
  }
  const meant = key.length > LONGEST_SUGGESTED ? undefined : closestName(key, keys)
  return {
    code: 'import.unknownKey',
    severity: 'warning',
    ...where,
    message:
      meant === undefined
        ? t('Unknown key {path}. It is kept, but has no effect.', { path })
        : t('Unknown key {path}. It is kept, but has no effect. Did you mean {meant}?', { path, meant }),
    cause: { available: keys },
    fix,
  }
}

function looksLikeSecret(key: string, owner: object | null): boolean {
  const value: unknown = owner === null ? undefined : Reflect.get(owner, key)
  return typeof value === 'string' && value !== '' && /api[-_]?key|secret|token|passw/i.test(key)
}
