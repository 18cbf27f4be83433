import type { ModelPrice, Prices } from './ModelPrice.ts'

const none: Prices = { currency: '$', models: {} }

/** Reads kept prices; what is damaged is left out, since it can be given again. */
export function readPrices(text: string | null): Prices {
  const value = parse(text)
  if (!isRecord(value) || !isRecord(value.models)) return none
  return {
    currency: typeof value.currency === 'string' ? value.currency.slice(0, 3) : none.currency,
    models: Object.fromEntries(
      Object.entries(value.models).filter((entry): entry is [string, ModelPrice] => isPrice(entry[1])),
    ),
  }
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return undefined
  }
}

function isPrice(value: unknown): value is ModelPrice {
  return isRecord(value) && isAmount(value.input) && isAmount(value.output)
}

function isAmount(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
