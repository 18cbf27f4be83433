type InTurn = <Result>(signal: AbortSignal | undefined, work: () => Promise<Result>) => Promise<Result>

/**
 * Lets work be done one piece at a time: an engine that holds one model answers one question after the other. Work
 * without a signal is work that nobody stops.
 */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (signal, work) => {
    const turn = last.then(() => {
      // Whoever was stopped while waiting has no turn.
      signal?.throwIfAborted()
      return work()
    })
    last = turn.catch(() => undefined)
    return turn
  }
}
