/** The parts of a transaction that decide about it. */
interface Completing {
  readonly done: Promise<void>
  abort(): void
}

/** Makes one request of a transaction; gives nothing when there is none to make. */
type MakeRequest = () => Promise<unknown> | undefined

/**
 * Makes these requests and waits until the transaction has completed with all of them, or rejects with its true reason.
 * A full disk is told by the transaction only, after its requests have succeeded; and a request that could not even be
 * made must not leave the others behind as half a change.
 */
export async function completeTransaction(transaction: Completing, requests: readonly MakeRequest[]): Promise<void> {
  // Awaited below; until then its rejection is expected, not unhandled.
  transaction.done.catch(() => undefined)
  // Inside an async function what throws is a rejection like any other.
  const results = await Promise.allSettled(requests.map(async (request) => request()))
  const refused = results.find((result) => result.status === 'rejected')
  if (refused !== undefined) abort(transaction)
  try {
    await transaction.done
  } catch (reason) {
    throw isMereAbort(reason) && refused !== undefined ? refused.reason : reason
  }
}

function abort(transaction: Completing): void {
  try {
    transaction.abort()
  } catch {
    // It has already ended by itself.
  }
}

/** An abort names no reason of its own; the request that led to it does. */
function isMereAbort(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'AbortError'
}
