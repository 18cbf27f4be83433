import type { ModelCall } from '@petal/core/model'
import { costOf, isBilled } from './costOf.ts'
import type { Prices } from './ModelPrice.ts'

/** What questions to models cost together; undefined while the price or the tokens of one that is billed are not known. */
export function sumCost(
  calls: readonly Pick<ModelCall, 'provider' | 'model' | 'usage'>[],
  prices: Prices,
): number | undefined {
  const billed = calls.filter(({ provider }) => isBilled(provider))
  const costs = billed.flatMap((call) => costOf(call, call.usage, prices) ?? [])
  if (billed.length === 0 || costs.length < billed.length) return undefined
  return costs.reduce((sum, cost) => sum + cost, 0)
}
