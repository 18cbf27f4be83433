/** Lets work be done one piece at a time: an engine that holds one model answers one question after the other. */
export function createTurns(): <Result>(signal: AbortSignal, work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (signal, work) => {
    const turn = last.then(() => {
      // Whoever was stopped while waiting has no turn.
      signal.throwIfAborted()
      return work()
    })
    last = turn.catch(() => undefined)
    return turn
  }
}
