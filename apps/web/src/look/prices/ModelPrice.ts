/** What a model costs, in the person's own currency. */
export interface ModelPrice {
  /** Per million tokens that are sent. */
  readonly input: number
  /** Per million tokens that are answered. */
  readonly output: number
}

/** Prices that a person has given, by provider and model, and the sign of their currency. */
export interface Prices {
  readonly currency: string
  readonly models: Readonly<Record<string, ModelPrice>>
}

/** The model that a price is for. */
export interface PricedModel {
  readonly provider: string
  readonly model: string
}
