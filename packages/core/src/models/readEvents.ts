import { isJsonObject } from '../json/isJsonObject.ts'
import type { JsonObject } from '../json/Json.ts'

/** How a provider cuts its answer into events: server-sent events, or one JSON value per line. */
export type StreamProtocol = 'sse' | 'ndjson'

/** One whole event of a stream. */
export interface StreamEvent {
  /** Its bytes, to be passed on unchanged. */
  readonly text: string
  /** Its JSON; undefined for comments, empty events and the closing `[DONE]`. */
  readonly data?: JsonObject
  readonly done?: true
  /** The text is no event of such a stream. */
  readonly malformed?: true
}

const DONE = '[DONE]'
/** No event of a model is longer, in characters. */
const MAX_EVENT = 16_000_000

/** Cuts the text of one answer into events. */
export interface EventReader {
  /** The events that this piece completes. */
  push(text: string): readonly StreamEvent[]
  /** The event at the very end, when it is whole. */
  flush(): readonly StreamEvent[]
}

const malformed: StreamEvent = { text: '', malformed: true }

/** Cuts a stream of text into whole events as it arrives. Half an event at the end is left over and never passed on. */
export function createEventReader(protocol: StreamProtocol): EventReader {
  const boundary = protocol === 'sse' ? /\r\n\r\n|\n\n|\r\r/g : /\n/g
  const toEvent = protocol === 'sse' ? readServerSentEvent : readLine
  let rest = ''
  return {
    push(text) {
      // A boundary may straddle two pieces, so the search starts a little before the new one.
      boundary.lastIndex = Math.max(0, rest.length - 3)
      rest += text
      const events: StreamEvent[] = []
      let start = 0
      for (let match = boundary.exec(rest); match !== null; match = boundary.exec(rest)) {
        const end = match.index + match[0].length
        events.push(toEvent(rest.slice(start, end)))
        start = end
      }
      rest = rest.slice(start)
      return rest.length > MAX_EVENT ? [...events, malformed] : events
    },
    flush() {
      // Some servers end without the last line break: the event before it may be whole all the same.
      const last = rest.trimEnd()
      rest = ''
      if (last === '') return []
      if (isForeign(last, protocol)) return [malformed]
      const event = toEvent(protocol === 'sse' ? `${last}\n\n` : `${last}\n`)
      return event.malformed ? [] : [event]
    },
  }
}

function isForeign(text: string, protocol: StreamProtocol): boolean {
  return protocol === 'sse' ? !/^(:|data|event|id|retry)/m.test(text) : !text.trimStart().startsWith('{')
}

function readServerSentEvent(text: string): StreamEvent {
  if (text.trim() === '') return { text }
  if (isForeign(text, 'sse')) return malformed
  const data = text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice(line[5] === ' ' ? 6 : 5))
    .join('\n')
  if (data.trim() === '') return { text }
  return data.trim() === DONE ? { text, done: true } : withData(text, data)
}

function readLine(text: string): StreamEvent {
  return text.trim() === '' ? { text } : withData(text, text)
}

function withData(text: string, json: string): StreamEvent {
  try {
    const data: unknown = JSON.parse(json)
    return isJsonObject(data) ? { text, data } : malformed
  } catch {
    return malformed
  }
}

/** Reads an answer that came in one piece though a stream was asked for, as some servers send it. */
export function createWholeReader(toEvents: (answer: JsonObject) => readonly JsonObject[]): EventReader {
  let text = ''
  return {
    push(piece) {
      text += piece
      return text.length > MAX_EVENT ? [malformed] : []
    },
    flush() {
      const { data } = withData(text, text)
      if (data !== undefined && 'error' in data) return [{ text, data }]
      const events = data === undefined ? [] : toEvents(data)
      if (events.length === 0) return [malformed]
      return events.map((event) => ({ text: `data: ${JSON.stringify(event)}\n\n`, data: event }))
    },
  }
}
