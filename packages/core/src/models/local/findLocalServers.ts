import { readText } from '../../http/readText.ts'
import { parseJson } from '../../json/parseJson.ts'
import { planProbes } from './planProbes.ts'
import { type LocalFinding, type Observation, toLocalFinding } from './toLocalFinding.ts'

/** One search for servers on this computer. */
export interface LocalSearch {
  readonly fetch: typeof fetch
  /** Of the page that asks. */
  readonly origin: string
  /** Ports and addresses to look at beside the usual ports, as a person wrote them. */
  readonly also: string
  /** How long each address may take, in milliseconds. */
  readonly patienceMs: number
}

/** What was found. */
export interface LocalSearchResult {
  readonly findings: readonly LocalFinding[]
  /** What was written and is neither a port nor an address. */
  readonly unreadable: readonly string[]
}

/** As much of a list of models as is read, in bytes. */
const MAX_LIST = 2_000_000

/**
 * Looks for servers of models at their usual ports, all at once. Requests are simple ones, without a key, so that a
 * server sees nothing but a question for its models.
 */
export async function findLocalServers(search: LocalSearch): Promise<LocalSearchResult> {
  const { probes, unreadable } = planProbes(search.also, search.origin)
  const findings = await Promise.all(
    probes.map(async (probe) => {
      const seen = await Promise.all(probe.questions.map((url) => observe(url, search)))
      return toLocalFinding(probe, seen, search.origin)
    }),
  )
  return { findings: findings.flatMap((finding) => finding ?? []), unreadable }
}

/**
 * Asks for one list. A browser tells a page the same for "may not read it" and "nothing there"; a request without
 * reading (`no-cors`) succeeds in the first case only.
 */
async function observe(url: string, { fetch: send, patienceMs }: LocalSearch): Promise<Observation> {
  const signal = AbortSignal.timeout(patienceMs)
  const plain: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'manual', signal }
  try {
    const response = await send(url, plain)
    const { text } = await readText(response, MAX_LIST)
    return { kind: 'answer', status: response.status, value: toValue(text) }
  } catch {
    if (signal.aborted) return { kind: 'nothing' }
  }
  try {
    await send(url, { ...plain, redirect: 'follow', mode: 'no-cors' })
    return { kind: 'closed' }
  } catch {
    return { kind: 'nothing' }
  }
}

function toValue(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}
