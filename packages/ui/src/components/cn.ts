import { type ClassValue, clsx } from 'clsx'
import { createTailwindMerge } from 'tailwind-merge'
import { classGroups, overriddenGroups } from './classGroups.ts'

/**
 * tailwind-merge with the classes that are used here. With every class there is, its table alone is most of what it
 * weighs, and it is a part of the first load.
 */
const merge = createTailwindMerge(() => ({
  cacheSize: 500,
  theme: {},
  classGroups,
  conflictingClassGroups: overriddenGroups,
  conflictingClassGroupModifiers: { 'font-size': ['leading'] },
  postfixLookupClassGroups: [],
  orderSensitiveModifiers: ['*', '**', 'after', 'before', 'first-letter', 'first-line', 'marker', 'selection'],
}))

/** Joins class names; of two Tailwind classes for the same property the later one wins. */
export function cn(...values: readonly ClassValue[]): string {
  return merge(clsx(values))
}
