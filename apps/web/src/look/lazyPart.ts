import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { loadPatiently } from './loadPatiently.ts'

/**
 * A part of the app that is loaded when it is first drawn. While it cannot be fetched it is asked for again and again,
 * sooner when the connection is back: React's own `lazy` gives up for good, and takes down what is drawn around it.
 */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await loadPatiently(load) }))
}
