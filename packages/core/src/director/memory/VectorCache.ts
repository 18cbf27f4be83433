/** How many vectors are kept: those of a long conversation, a few megabytes. */
const VECTORS_KEPT = 2_000

/** The vectors of texts that were asked for lately, so that the turns of a conversation are not sent again and again. */
export class VectorCache {
  readonly #vectors = new Map<string, readonly number[]>()

  /** The vectors of these texts by one model; `embed` is asked for those that are not known. */
  async read(
    model: string,
    texts: readonly string[],
    embed: (texts: readonly string[]) => Promise<readonly (readonly number[])[]>,
  ): Promise<readonly (readonly number[])[]> {
    const keyOf = (text: string) => JSON.stringify([model, text])
    const missing = [...new Set(texts)].filter((text) => !this.#vectors.has(keyOf(text)))
    const made = missing.length === 0 ? [] : await embed(missing)
    const found = new Map(made.map((vector, index) => [keyOf(missing[index] ?? ''), vector]))
    const wanted = texts.map((text) => found.get(keyOf(text)) ?? this.#vectors.get(keyOf(text)) ?? [])
    for (const [key, vector] of found) this.#vectors.set(key, vector)
    for (const key of [...this.#vectors.keys()].slice(0, -VECTORS_KEPT)) this.#vectors.delete(key)
    return wanted
  }
}
