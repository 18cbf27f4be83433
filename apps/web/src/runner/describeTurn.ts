import type { Json, State } from '@petal/core/model'

const LONGEST = 80

/** What values say last, as one short line: the newest turn of a conversation, or the last value that has words. */
export function describeTurn(values: State): string | undefined {
  const lines = Object.values(values).flatMap((value) => lineOf(value) ?? [])
  return lines.at(-1)
}

function lineOf(value: Json | undefined): string | undefined {
  const last = Array.isArray(value) ? value.at(-1) : value
  const said = typeof last === 'object' && last !== null && 'content' in last ? last.content : last
  const text = typeof said === 'string' ? said : said === undefined ? '' : JSON.stringify(said)
  const line = text.replace(/\s+/g, ' ').trim()
  if (line === '') return undefined
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`
}
