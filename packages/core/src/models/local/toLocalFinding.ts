import { isBlockedByScheme } from '../../http/isBlockedByScheme.ts'
import { t } from '../../language/t.ts'
import { parseBaseUrl } from '../parseBaseUrl.ts'
import type { LocalServer } from './localServers.ts'
import type { Probe } from './planProbes.ts'
import { type ModelList, readModelList } from './readModelList.ts'

/** What came of one question. `closed`: something answers, but the page may not read it. */
export type Observation =
  | { readonly kind: 'answer'; readonly status: number; readonly value: unknown }
  | { readonly kind: 'closed' }
  | { readonly kind: 'nothing' }

/** What was found at an address. */
export type LocalFinding =
  | {
      readonly kind: 'server'
      readonly name: string
      readonly address: string
      readonly provider: LocalServer['provider']
      readonly baseUrl: string
      readonly models: readonly string[]
      /** What is to be done before it can be asked. */
      readonly advice?: string
    }
  | { readonly kind: 'closed'; readonly name: string; readonly address: string; readonly advice: string }
  /** Something answers that serves no models. Told only of addresses that a person gave. */
  | { readonly kind: 'other'; readonly name: string; readonly address: string; readonly advice: string }

/** Programs by what they call the owner of their models. */
const namesByOwner: Readonly<Record<string, string>> = {
  library: 'Ollama',
  llamacpp: 'llama.cpp',
  vllm: 'vLLM',
  sglang: 'SGLang',
  koboldcpp: 'KoboldCpp',
  organization_owner: 'LM Studio',
}

/** What the answers at an address mean, and what a person can do about it. Nothing when there is nothing to tell. */
export function toLocalFinding(probe: Probe, seen: readonly Observation[], origin: string): LocalFinding | undefined {
  const { address, server } = probe
  const answers = seen.flatMap((observation) => (observation.kind === 'answer' ? [observation] : []))
  const lists = answers.flatMap(({ value }) => readModelList(value) ?? [])
  const list = lists.find(({ protocol }) => protocol === 'ollama') ?? lists[0]
  if (list !== undefined) return toServer(probe, list)
  if (answers.some(({ status }) => status === 401 || status === 403)) return toLocked(probe)
  if (seen.some(({ kind }) => kind === 'closed')) {
    const advice = server?.allow(origin) ?? t('Allow {origin} in the CORS settings of that server.', { origin })
    return { kind: 'closed', name: server?.name ?? t('A server'), address, advice }
  }
  if (server !== undefined) return undefined
  return { kind: 'other', name: t('No model server'), address, advice: toAbsence(address, answers.length, origin) }
}

function toAbsence(address: string, answers: number, origin: string): string {
  if (answers > 0) return t('What answers there has no list of models.')
  if (!isBlockedByScheme(parseBaseUrl(origin)?.protocol, parseBaseUrl(address))) return t('Nothing answers there.')
  return t('The browser does not let a page opened by https ask an http server on another machine.')
}

function toServer({ address, server }: Probe, { protocol, models, owner = '' }: ModelList): LocalFinding {
  const speaksOllama = protocol === 'ollama'
  return {
    kind: 'server',
    name: (speaksOllama ? 'Ollama' : namesByOwner[owner]) ?? server?.name ?? t('A model server'),
    address,
    provider: protocol,
    baseUrl: speaksOllama ? address : `${address}${server?.basePath ?? '/v1'}`,
    models,
    ...(models.length > 0 ? {} : { advice: toEmptyAdvice(server) }),
  }
}

/** A server that tells nothing without a key. */
function toLocked({ address, server }: Probe): LocalFinding {
  const { name = t('A server'), provider = 'openai', basePath = '/v1' } = server ?? {}
  const advice = t('It wants a key: save one for {host} under API keys.', { host: new URL(address).host })
  return { kind: 'server', name, address, provider, baseUrl: `${address}${basePath}`, models: [], advice }
}

function toEmptyAdvice(server: LocalServer | undefined): string {
  const how = server?.getModel
  return how === undefined
    ? t('It has no model yet: load one in it.')
    : t('It has no model yet. Get one: {how}', { how })
}
