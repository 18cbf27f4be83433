import { expect, test } from 'vitest'
import type { PageScope } from '../http/explainUnreachable.ts'
import { describeUnreachable } from './describeUnreachable.ts'

const context = { host: 'h', model: 'm', keyRef: 'k', hasKey: false, maxTokens: 1, secrets: [] }
const page = { location: { origin: 'https://studio.example', protocol: 'https:' }, navigator: { onLine: true } }
const nobody: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'))
const somebody: typeof fetch = async () => new Response()

const describeFailure = (
  address: string,
  fetch: typeof globalThis.fetch,
  scope: PageScope = page,
  error: unknown = undefined,
) => describeUnreachable(address, error, { fetch, context }, scope)

interface Case {
  readonly who: string
  readonly address: string
  readonly fetch?: typeof fetch
  readonly scope?: PageScope
  readonly code?: string
  readonly words: string
}

test.each<Case>([
  {
    who: 'another server that answers',
    address: 'http://localhost:1234/v1',
    fetch: somebody,
    code: 'provider.cors',
    words: 'Allow https://studio.example',
  },
  {
    who: 'Ollama',
    address: 'http://localhost:11434',
    fetch: somebody,
    code: 'provider.cors',
    words: 'OLLAMA_ORIGINS=https://studio.example',
  },
  { who: 'the page’s own server', address: 'https://studio.example/v1', fetch: somebody, words: 'Nothing answered' },
  { who: 'nobody', address: 'https://models.example/v1', words: 'Nothing answered' },
  { who: 'an http server elsewhere, from https', address: 'http://192.168.1.5/v1', words: 'https may not ask' },
  { who: 'an http server on this machine', address: 'http://127.0.0.1/v1', words: 'your connection.' },
  {
    who: 'nobody, offline',
    address: 'https://models.example',
    scope: { ...page, navigator: { onLine: false } },
    words: 'offline',
  },
  {
    who: 'no page: nothing is probed',
    address: 'https://models.example',
    fetch: somebody,
    scope: {},
    words: 'Nothing answered',
  },
  { who: 'an address that is none', address: 'nonsense', fetch: somebody, words: 'Nothing answered' },
])('$who', async ({ address, fetch = nobody, scope = page, code = 'provider.network', words }) => {
  const fault = await describeFailure(address, fetch, scope)
  expect(fault).toMatchObject({ code, message: expect.stringContaining(words) })
})

test('keeps the code that the system gives', async () => {
  const error = new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } })
  expect(await describeFailure('https://models.example', nobody, {}, error)).toMatchObject({
    detail: { providerCode: 'ENOTFOUND' },
  })
  for (const odd of [new Error('x', { cause: { code: 7 } }), new Error('x', { cause: 'y' }), 'z']) {
    expect((await describeFailure('https://models.example', nobody, {}, odd)).detail).not.toHaveProperty('providerCode')
  }
})
