import { parseBaseUrl } from '../parseBaseUrl.ts'
import { type LocalServer, localServers } from './localServers.ts'

/** One address to look at. */
export interface Probe {
  /** Without a slash at its end. */
  readonly address: string
  /** What usually answers there; nothing is known of an address that a person gave. */
  readonly server?: LocalServer
  /** The addresses to ask for a list of models. */
  readonly questions: readonly string[]
}

/** What to look at: the usual ports, and the ports and addresses that a person wrote. */
export interface ProbePlan {
  readonly probes: readonly Probe[]
  /** What was written and is neither a port nor an address. */
  readonly unreadable: readonly string[]
}

/**
 * @param also ports ("9000") and addresses ("192.168.1.20:8080", "http://box.local:8000"), in any order
 * @param origin of the page: it is not looked at, for it serves the page
 */
export function planProbes(also: string, origin: string | undefined): ProbePlan {
  const written = also.split(/[\s,;]+/).filter((word) => word !== '')
  const addresses = written.map(toAddress)
  const own = addresses.flatMap((address) => address ?? [])
  const usual = localServers.map((server): Probe => {
    const address = `http://localhost:${server.port}`
    const path = server.provider === 'ollama' ? '/api/tags' : `${server.basePath}/models`
    return { address, server, questions: [`${address}${path}`] }
  })
  const others = [...new Set(own)]
    .filter((address) => usual.every((probe) => probe.address !== address))
    .map((address): Probe => ({ address, questions: [`${address}/v1/models`, `${address}/api/tags`] }))
  return {
    probes: [...usual, ...others].filter(({ address }) => address !== origin),
    unreadable: written.filter((_word, index) => addresses[index] === undefined),
  }
}

const HIGHEST_PORT = 65_535

function toAddress(word: string): string | undefined {
  if (/^\d+$/.test(word)) {
    const port = Number(word)
    return port >= 1 && port <= HIGHEST_PORT ? `http://localhost:${port}` : undefined
  }
  return parseBaseUrl(word.includes('://') ? word : `http://${word}`)?.origin
}
