/** Opens something when it is first asked for, and then gives the same. What could not be opened is tried again. */
export function openOnce<Result>(open: () => Promise<Result>): () => Promise<Result> {
  let opened: Promise<Result> | undefined
  return () => {
    opened ??= open().catch((fault: unknown) => {
      opened = undefined
      throw fault
    })
    return opened
  }
}
