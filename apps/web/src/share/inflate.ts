/** How texts are packed: `deflate-raw` in links, `deflate` in pictures. */
type Packing = 'deflate' | 'deflate-raw'

/** What is wrong with packed bytes. */
export type InflateFault = 'damaged' | 'tooLarge'

/**
 * The text that was packed, or why there is none. What grows beyond `limit` bytes is given up while it is unpacked: a few
 * bytes can hold gigabytes of blanks.
 */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  packing: Packing,
  limit: number,
): Promise<string | { readonly fault: InflateFault }> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(packing)).getReader()
  const chunks: BlobPart[] = []
  let size = 0
  for (;;) {
    const read = await reader.read().catch(() => undefined)
    if (read === undefined) return { fault: 'damaged' }
    if (read.done) return new Blob(chunks).text()
    size += read.value.byteLength
    if (size > limit) {
      await reader.cancel().catch(() => undefined)
      return { fault: 'tooLarge' }
    }
    chunks.push(read.value)
  }
}
