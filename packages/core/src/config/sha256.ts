const BLOCK = 64

/** The first 32 bits of the fractional parts of a root of each of the first primes, as the standard defines them. */
function primeRoots(count: number, root: 2 | 3): number[] {
  const roots: number[] = []
  for (let number = 2; roots.length < count; number += 1) {
    if (isPrime(number)) roots.push(fraction(root === 2 ? Math.sqrt(number) : Math.cbrt(number)))
  }
  return roots
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor += 1) if (number % divisor === 0) return false
  return true
}

function fraction(value: number): number {
  return Math.floor((value - Math.floor(value)) * 2 ** 32) | 0
}

const roundConstants = Int32Array.from(primeRoots(64, 3))
const initialState = primeRoots(8, 2)

/** SHA-256 of a text's UTF-8 bytes, in hex. Synchronous, which the platform's own is not. */
export function sha256(text: string): string {
  const words = toWords(new TextEncoder().encode(text))
  const state = Int32Array.from(initialState)
  const schedule = new Int32Array(64)
  for (let start = 0; start < words.length; start += 16) compress(state, words.subarray(start, start + 16), schedule)
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

/** The message as big-endian words, padded with a 1 bit, zeros and its length in bits. */
function toWords(bytes: Uint8Array): Int32Array {
  const padded = new DataView(new ArrayBuffer(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK))
  for (const [index, byte] of bytes.entries()) padded.setUint8(index, byte)
  padded.setUint8(bytes.length, 0x80)
  padded.setBigUint64(padded.byteLength - 8, BigInt(bytes.length) * 8n)
  return Int32Array.from({ length: padded.byteLength / 4 }, (_, index) => padded.getInt32(index * 4))
}

function compress(state: Int32Array, block: Int32Array, schedule: Int32Array): void {
  schedule.set(block)
  for (let t = 16; t < 64; t += 1) {
    const w15 = schedule[t - 15] ?? 0
    const w2 = schedule[t - 2] ?? 0
    const s0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 >>> 3)
    const s1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 >>> 10)
    schedule[t] = (schedule[t - 16] ?? 0) + s0 + (schedule[t - 7] ?? 0) + s1
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let t = 0; t < 64; t += 1) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const first = (h + s1 + ((e & f) ^ (~e & g)) + (roundConstants[t] ?? 0) + (schedule[t] ?? 0)) | 0
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0]
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = (state[index] ?? 0) + word
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}
