import { twMerge } from 'tailwind-merge'
import { expect, test } from 'vitest'
import { cn } from './cn.ts'

const sources = import.meta.glob<string>(
  [
    '../**/*.{ts,tsx}',
    '../../../../apps/web/src/**/*.{ts,tsx}',
    '!../**/*.test.{ts,tsx}',
    '!./classGroups.ts',
    '!./cn.ts',
  ],
  { query: '?raw', import: 'default', eager: true },
)

/** Every word in a text of the sources that tailwind-merge takes for a class, but for attributes of SVG. */
function listClasses(): readonly string[] {
  const texts = Object.values(sources).flatMap((source) => [...source.matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`/g)])
  const words = texts.flatMap(([, single, double, template]) => (single ?? double ?? template ?? '').split(/\s+/))
  return [...new Set(words)].filter(
    (word) => word !== '' && !/["$=]/.test(word.replace(/\[.*\]/, '')) && twMerge(`${word} ${word}`) === word,
  )
}

/** The class without its variants: `bg-hover` of `dark:hover:bg-hover`. */
function withoutVariants(name: string): string {
  return name.replace(/^(?:(?:\[[^\]]*\]|\([^)]*\)|[^:[(])+:)+(?![^[]*\])/, '')
}

test('merges every pair of classes in the sources as the whole of tailwind-merge does', () => {
  const classes = [...new Set(listClasses().map(withoutVariants))].filter((name) => twMerge(`${name} ${name}`) === name)
  expect(classes.length).toBeGreaterThan(300)
  const wrong: string[] = []
  for (const one of classes) {
    for (const other of classes) {
      const pair = `${one} ${other}`
      if (cn(pair) !== twMerge(pair)) wrong.push(`${pair}: ${cn(pair)}`)
    }
  }
  expect(wrong).toEqual([])
})

test('keeps variants apart', () => {
  expect(cn('hover:bg-hover', 'bg-surface', 'dark:hover:bg-sunken', 'hover:bg-pressed')).toBe(
    twMerge('hover:bg-hover bg-surface dark:hover:bg-sunken hover:bg-pressed'),
  )
})
