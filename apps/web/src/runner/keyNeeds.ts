import {
  type KeyRequirement,
  type LLMConfig,
  listRequirements,
  type PlanResult,
  resolveProvider,
  type StepHost,
  type StepRegistry,
} from '@petal/core/model'
import type { FixedOutputs } from '../editor/EditorState.ts'
import type { KeyNeed, Keyring } from '../storage/Keyring.ts'

/** A key without which a run would fail. `otherHost`: it is known, but was not saved for this host. */
export interface MissingKey extends KeyRequirement {
  readonly why: 'missing' | 'otherHost'
}

/** The key that one model takes; undefined when it takes none, or when its address is malformed. */
export function toKeyNeed(llm: LLMConfig): KeyRequirement | undefined {
  try {
    const { keyRef, host, needsKey } = resolveProvider(llm)
    if (needsKey === 'none' || host === '') return undefined
    return { keyRef, host, provider: llm.provider, required: needsKey === 'required', stepIds: [] }
  } catch {
    return undefined
  }
}

/** The keys that servers take which a step asks itself. */
export function toHostNeeds(hosts: readonly StepHost[]): readonly KeyNeed[] {
  return hosts.flatMap(({ host, keyRef }) => (host === undefined || keyRef === undefined ? [] : [{ keyRef, host }]))
}

/** The keys that a run of a plan takes. */
export function listKeyNeeds(result: PlanResult, registry: StepRegistry): readonly KeyRequirement[] {
  return result.ok ? listRequirements(result.plan, registry).keys : []
}

/** The keys that are still needed when some steps are not run, since their output is fixed. */
export function withoutFixed(needs: readonly KeyRequirement[], fixed: FixedOutputs): readonly KeyRequirement[] {
  return needs.filter(({ stepIds }) => stepIds.length === 0 || stepIds.some((id) => !Object.hasOwn(fixed, id)))
}

/** What stands in the way of a run: required keys that are not there, or that are bound to another host. */
export function findMissingKeys(needs: readonly KeyRequirement[], keyring: Keyring): readonly MissingKey[] {
  return needs.flatMap((need) => {
    const found = keyring.check(need)
    return found === 'ok' || !need.required ? [] : [{ ...need, why: found }]
  })
}
