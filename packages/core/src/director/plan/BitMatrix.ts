/** Rows of bits of one length: sets of small numbers that are joined and compared a word at a time. */
export class BitMatrix {
  readonly #words: number
  readonly #bits: Uint32Array

  constructor(rows: number, columns: number) {
    this.#words = Math.ceil(columns / 32)
    this.#bits = new Uint32Array(rows * this.#words)
  }

  has(row: number, column: number): boolean {
    return (this.#word(row * this.#words + (column >>> 5)) & (1 << (column & 31))) !== 0
  }

  add(row: number, column: number): void {
    const at = row * this.#words + (column >>> 5)
    this.#bits[at] = this.#word(at) | (1 << (column & 31))
  }

  /** Puts every column into the row. */
  fill(row: number): void {
    this.#bits.fill(0xffff_ffff, row * this.#words, (row + 1) * this.#words)
  }

  clear(row: number): void {
    this.#bits.fill(0, row * this.#words, (row + 1) * this.#words)
  }

  /** Adds what the other row has. */
  union(row: number, other: BitMatrix, otherRow: number): void {
    this.#combine(row, other, otherRow, (own, given) => own | given)
  }

  /** Keeps what both rows have. */
  intersect(row: number, other: BitMatrix, otherRow: number): void {
    this.#combine(row, other, otherRow, (own, given) => own & given)
  }

  /** Takes away what the other row has. */
  subtract(row: number, other: BitMatrix, otherRow: number): void {
    this.#combine(row, other, otherRow, (own, given) => own & ~given)
  }

  /** Makes the row equal to the other one, and says whether that changed it. */
  copy(row: number, other: BitMatrix, otherRow: number): boolean {
    return this.#combine(row, other, otherRow, (_, given) => given)
  }

  /** True when both rows have some column in common. */
  meets(row: number, other: BitMatrix, otherRow: number): boolean {
    for (let word = 0; word < this.#words; word += 1) {
      if ((this.#word(row * this.#words + word) & other.#word(otherRow * other.#words + word)) !== 0) return true
    }
    return false
  }

  /** The columns in the row, in ascending order. */
  list(row: number): number[] {
    const found: number[] = []
    for (let word = 0; word < this.#words; word += 1) {
      let rest = this.#word(row * this.#words + word)
      while (rest !== 0) {
        const low = rest & -rest
        found.push(word * 32 + 31 - Math.clz32(low))
        rest ^= low
      }
    }
    return found
  }

  #word(at: number): number {
    return this.#bits[at] ?? 0
  }

  #combine(row: number, other: BitMatrix, otherRow: number, how: (own: number, given: number) => number): boolean {
    let changed = false
    for (let word = 0; word < this.#words; word += 1) {
      const at = row * this.#words + word
      const own = this.#word(at)
      const next = how(own, other.#word(otherRow * other.#words + word)) >>> 0
      if (next === own) continue
      this.#bits[at] = next
      changed = true
    }
    return changed
  }
}
