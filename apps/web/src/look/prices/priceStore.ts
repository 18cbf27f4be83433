import { useStore } from 'zustand/react'
import { createStore } from 'zustand/vanilla'
import { deviceStorage } from '../deviceStorage.ts'
import type { ModelPrice, Prices } from './ModelPrice.ts'
import { readPrices } from './readPrices.ts'

const storageKey = 'petal-studio:prices'
const store = createStore<Prices>(() => readPrices(deviceStorage.getItem(storageKey)))

/** The prices that were given on this device. */
export function usePrices(): Prices {
  return useStore(store)
}

/** Keeps the price of a model on this device; without one it is forgotten. */
export function keepPrice(key: string, price: ModelPrice | undefined, currency: string): void {
  const { [key]: _, ...others } = store.getState().models
  const prices = { currency, models: price === undefined ? others : { ...others, [key]: price } }
  store.setState(prices)
  deviceStorage.setItem(storageKey, JSON.stringify(prices))
}
