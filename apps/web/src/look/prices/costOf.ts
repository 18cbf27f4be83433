import { type ProviderRow, providerTable } from '@petal/core/model'
import { spokenLanguage } from '@petal/ui/language'
import type { ModelPrice, PricedModel, Prices } from './ModelPrice.ts'

const rows: Readonly<Record<string, ProviderRow>> = providerTable

/** The name a model's price is kept by. */
export function priceKey({ provider, model }: PricedModel): string {
  return `${provider} ${model}`
}

/** What is known about a provider, if it is one that we know. */
export function providerOf(provider: string): ProviderRow | undefined {
  return Object.hasOwn(rows, provider) ? rows[provider] : undefined
}

/** Whether a provider sends a bill at all: one that needs no key runs on this device or computer. */
export function isBilled(provider: string): boolean {
  return providerOf(provider)?.needsKey === 'required'
}

/** What tokens cost with the prices that were given; undefined without one for the model. */
export function costOf(
  model: PricedModel,
  usage: { readonly inputTokens: number; readonly outputTokens: number } | undefined,
  { models }: Prices,
): number | undefined {
  const key = priceKey(model)
  const price: ModelPrice | undefined = Object.hasOwn(models, key) ? models[key] : undefined
  if (price === undefined || usage === undefined) return undefined
  return (usage.inputTokens * price.input + usage.outputTokens * price.output) / 1_000_000
}

/** An amount with what can be read of it: two digits that count below one, cents above. */
export function formatCost(amount: number, currency: string): string {
  const digits =
    amount >= 1 || amount === 0
      ? { minimumFractionDigits: 2, maximumFractionDigits: 2 }
      : { maximumSignificantDigits: 2 }
  return `${currency}${amount.toLocaleString(spokenLanguage(), digits)}`
}
