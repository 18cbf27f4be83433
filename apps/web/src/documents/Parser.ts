/** Reads the text of one kind of file. */
export type Parser = (bytes: Uint8Array, onProgress: (done: number, total: number) => void) => Promise<string>
