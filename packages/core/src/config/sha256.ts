const BLOCK = 64

const roundConstants = Int32Array.from(primeRoots(64, Math.cbrt))
const initialState = Int32Array.from(primeRoots(8, Math.sqrt))

/** SHA-256 of a text's UTF-8 bytes, in hex. Synchronous, which the platform's own is not. */
export function sha256(text: string): string {
  const message = pad(new TextEncoder().encode(text))
  const state = initialState.slice()
  const schedule = new Int32Array(64)
  for (let start = 0; start < message.byteLength; start += BLOCK) {
    for (let t = 0; t < 16; t += 1) schedule[t] = message.getInt32(start + t * 4)
    compress(state, schedule)
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

/** The message with a 1 bit, zeros and its length in bits behind it. */
function pad(bytes: Uint8Array): DataView {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n)
  return view
}

/** One block of the message, whose 16 words stand at the start of `schedule`, mixed into the state. */
function compress(state: Int32Array, schedule: Int32Array): void {
  for (let t = 16; t < 64; t += 1) {
    const w15 = word(schedule, t - 15)
    const w2 = word(schedule, t - 2)
    const s0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 >>> 3)
    const s1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 >>> 10)
    schedule[t] = word(schedule, t - 16) + s0 + word(schedule, t - 7) + s1
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let t = 0; t < 64; t += 1) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const first = (h + s1 + ((e & f) ^ (~e & g)) + word(roundConstants, t) + word(schedule, t)) | 0
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  for (const [index, value] of [a, b, c, d, e, f, g, h].entries()) state[index] = word(state, index) + value
}

function word(words: Int32Array, index: number): number {
  return words[index] ?? 0
}

function rotate(value: number, bits: number): number {
  return (value >>> bits) | (value << (32 - bits))
}

/** The first 32 bits of the fractional part of a root of each of the first primes, as the standard defines them. */
function primeRoots(count: number, root: (prime: number) => number): number[] {
  const roots: number[] = []
  for (let number = 2; roots.length < count; number += 1) {
    if (isPrime(number)) roots.push((root(number) % 1) * 2 ** 32)
  }
  return roots
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor += 1) if (number % divisor === 0) return false
  return true
}
