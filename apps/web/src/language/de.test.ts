import { expect, test } from 'vitest'
import german from './de.json'
import { listGlued } from './testing/listGlued.ts'
import { listTexts } from './testing/listTexts.ts'

const texts = listTexts()
const keys = new Set(
  texts
    .filter(({ text }) => hasWords(text))
    .flatMap(({ text, isPlural }) => (isPlural ? [`${text}_one`, `${text}_other`] : [text])),
)
const entries = Object.entries(german)

/** Marks, numbers, names, addresses and code are the same everywhere. */
function hasWords(text: string): boolean {
  const words = text.replace(/\{\w+\}/g, '')
  return (
    /[A-Za-z]{2}|^a /.test(words) &&
    !/^([A-Z-]+|[a-z]+[-_.\d][\w.-]*|https?:.*|.*\(.*\) > .*|return .*|\$\w+)$/.test(words)
  )
}

function valuesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\w+\}/g)].map(([braces]) => braces).sort()
}

test('German has every text of the app', () => {
  expect([...keys].filter((key) => !Object.hasOwn(german, key))).toEqual([])
})

test('German has no text that the app does not say', () => {
  expect(entries.map(([key]) => key).filter((key) => !keys.has(key))).toEqual([])
})

test('German keeps the values that a text names', () => {
  const lost = entries.filter(([key, said]) => {
    const [, text = key, form] = /^(.*)_(one|other)$/s.exec(key) ?? []
    const wanted = valuesIn(text)
    const given = valuesIn(said)
    // The form for one says "one" and leaves the number out.
    return form === 'one' ? given.some((value) => !wanted.includes(value)) : wanted.join() !== given.join()
  })
  expect(lost).toEqual([])
})

test('German says something for each, without what one forgets around it', () => {
  expect(entries.filter(([, said]) => said === '' || said.trim() !== said)).toEqual([])
})

test('no text is a piece to be put behind or before another one: languages order them differently', () => {
  expect([...keys].filter((key) => /^[\s,;.)]|[\s(]$/.test(key.replace(/_(one|other)$/, '')))).toEqual([])
})

test('no text in JSX stands in one line with what it goes on with: TextWith puts a whole sentence around its parts', () => {
  expect(listGlued()).toEqual([])
})
