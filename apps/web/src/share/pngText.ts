import { word } from '@petal/core/language'
import { AgentError } from '@petal/core/model'
import { inflate } from './inflate.ts'

/** Every PNG begins with these bytes. */
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** The keyword of our `iTXt` chunk. */
const keyword = 'petal-agent'
/** As for a file, in bytes. */
const mostBytes = 20_000_000

/** True for the bytes of a PNG. */
export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** The same picture with a text in it: a packed `iTXt` chunk before its end, as the PNG specification describes. */
export async function writePngText(png: Uint8Array, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate'))
  // Keyword, 0; packed, by deflate; no language, 0; no translated keyword, 0.
  const head = [...new TextEncoder().encode(keyword), 0, 1, 0, 0, 0]
  const data = concat([Uint8Array.from(head), new Uint8Array(await new Response(packed).arrayBuffer())])
  const end = [...chunksOf(png)].find(({ type }) => type === 'IEND')
  const at = end?.start ?? png.length
  return concat([png.subarray(0, at), toChunk('iTXt', data), png.subarray(at)])
}

/**
 * The text that `writePngText` has put into a picture; undefined when it has none.
 *
 * @throws AgentError `import.damaged` when there is one that cannot be unpacked
 */
export async function readPngText(png: Uint8Array): Promise<string | undefined> {
  for (const { type, data } of chunksOf(png)) {
    if (type !== 'iTXt' || latin(data.subarray(0, keyword.length + 1)) !== `${keyword}\0`) continue
    const isPacked = data[keyword.length + 1] === 1
    const language = data.indexOf(0, keyword.length + 3)
    const bytes = data.slice(data.indexOf(0, language + 1) + 1)
    const read = isPacked ? await inflate(bytes, 'deflate', mostBytes) : new TextDecoder().decode(bytes)
    if (typeof read === 'string') return read
    throw new AgentError(
      'import.damaged',
      word('The agent in this picture is damaged. Ask for the agent’s own file instead.'),
    )
  }
  return undefined
}

interface Chunk {
  readonly type: string
  /** Where it begins in the file. */
  readonly start: number
  readonly data: Uint8Array
}

/** The chunks of a picture, as far as it goes. */
function* chunksOf(png: Uint8Array): Generator<Chunk> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  for (let start = signature.length; start + 12 <= png.length; ) {
    const length = view.getUint32(start)
    const end = start + 8 + length
    if (end + 4 > png.length) return
    yield { type: latin(png.subarray(start + 4, start + 8)), start, data: png.subarray(start + 8, end) }
    start = end + 4
  }
}

function toChunk(type: string, data: Uint8Array): Uint8Array {
  const typed = concat([new TextEncoder().encode(type), data])
  return concat([toUint32(data.length), typed, toUint32(checksum(typed))])
}

function toUint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

/** CRC-32, as PNG asks for it. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
