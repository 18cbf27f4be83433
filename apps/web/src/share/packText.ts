import { word } from '@petal/core/language'
import { AgentError } from '@petal/core/model'
import { wordNumber } from '../language/wordNumber.ts'
import { inflate } from './inflate.ts'
import { damagedLink } from './sharedFragment.ts'

/** As for a file, in bytes. */
const MOST_BYTES = 20_000_000

/** Packs a text into characters that an address may hold: deflated, then base64url. */
export async function packText(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/**
 * The text that was packed. What grows beyond `limit` is given up while it is unpacked: a short link can hold
 * gigabytes of blanks.
 *
 * @param limit in bytes of the text
 * @throws AgentError `share.damaged`, or `share.bomb` when it is larger than any agent
 */
export async function unpackText(packed: string, limit = MOST_BYTES): Promise<string> {
  const bytes = fromBase64(packed.replaceAll('-', '+').replaceAll('_', '/'))
  const text = await inflate(bytes, 'deflate-raw', limit)
  if (typeof text === 'string') return text
  if (text.fault === 'damaged') throw damagedLink()
  throw new AgentError(
    'share.bomb',
    word('This link unpacks to more than {limit} MB, which no agent is. Do not open it; ask for the file.', {
      limit: wordNumber(limit / 1_000_000, 1),
    }),
  )
}

function toBase64(bytes: Uint8Array): string {
  // In pieces: a call takes only so many arguments.
  const pieces: string[] = []
  for (let start = 0; start < bytes.length; start += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + 8192)))
  }
  return btoa(pieces.join(''))
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  } catch {
    throw damagedLink()
  }
}
