import { type AgentPlan, type LLMConfig, providerTable, resolveProvider } from '@petal/core/model'
import type { KeyNeed, Keyring } from '../storage/Keyring.ts'

/** A key that steps of an agent ask for. */
export interface ModelKeyNeed extends KeyNeed {
  /** The provider, as a person knows it. */
  readonly provider: string
  readonly required: boolean
  readonly stepIds: readonly string[]
}

/** A key without which a run would fail. `otherHost`: it is known, but was not saved for this host. */
export interface MissingKey extends ModelKeyNeed {
  readonly why: 'missing' | 'otherHost'
}

/** Which keys the steps of a plan need and for which hosts, each once, in the order of the steps. */
export function listKeyNeeds(plan: AgentPlan): readonly ModelKeyNeed[] {
  const needs = new Map<string, ModelKeyNeed>()
  for (const { id, llm } of plan.steps) {
    const need = llm === undefined ? undefined : toKeyNeed(llm)
    if (need === undefined) continue
    const name = `${need.keyRef} ${need.host}`
    needs.set(name, { ...need, stepIds: [...(needs.get(name)?.stepIds ?? []), id] })
  }
  return [...needs.values()]
}

/** The need of one model; undefined when it takes no key, or when its address is malformed (the plan says so). */
export function toKeyNeed(llm: LLMConfig): ModelKeyNeed | undefined {
  try {
    const { keyRef, host, needsKey } = resolveProvider(llm)
    if (needsKey === 'none' || host === '') return undefined
    return { keyRef, host, provider: providerTable[llm.provider].label, required: needsKey === 'required', stepIds: [] }
  } catch {
    return undefined
  }
}

/** What stands in the way of a run: required keys that are not there, and any key that is bound to another host. */
export function findMissingKeys(needs: readonly ModelKeyNeed[], keyring: Keyring): readonly MissingKey[] {
  return needs.flatMap((need) => {
    const found = keyring.check(need)
    return found === 'ok' || !need.required ? [] : [{ ...need, why: found }]
  })
}
