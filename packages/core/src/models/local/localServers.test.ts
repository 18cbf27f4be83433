import { describe, expect, test } from 'vitest'
import { findLocalServers } from './findLocalServers.ts'
import { localServers } from './localServers.ts'
import { planProbes } from './planProbes.ts'
import { readModelList } from './readModelList.ts'
import { toLocalFinding } from './toLocalFinding.ts'

const origin = 'https://studio.example'

describe('readModelList', () => {
  test.each<[what: string, value: unknown, models: readonly string[] | undefined, protocol?: string]>([
    [
      'Ollama',
      { models: [{ name: 'llama3.2:latest', model: 'llama3.2:latest', size: 1 }] },
      ['llama3.2:latest'],
      'ollama',
    ],
    ['an empty Ollama', { models: [] }, [], 'ollama'],
    ['LM Studio', { object: 'list', data: [{ id: 'text-embed' }, { id: 'qwen3' }] }, ['qwen3', 'text-embed'], 'openai'],
    ['llama.cpp', { models: [{ name: 'a.gguf' }], object: 'list', data: [{ id: 'a.gguf' }] }, ['a.gguf'], 'openai'],
    ['a list of other things', { data: [{ price: 1 }] }, undefined],
    ['no list', { ok: true }, undefined],
    ['a page', undefined, undefined],
  ])('%s', (_what, value, models, protocol) => {
    const list = readModelList(value)
    expect(list?.models).toEqual(models)
    expect(list?.protocol).toBe(protocol)
  })
})

describe('planProbes', () => {
  test('takes ports and addresses beside the usual ones, each once', () => {
    const { probes, unreadable } = planProbes(
      '9000, 192.168.1.20:8080 http://box.local:8000/v1 1234 9000 0 70000',
      origin,
    )
    expect(probes.slice(localServers.length).map(({ address }) => address)).toEqual([
      'http://localhost:9000',
      'http://192.168.1.20:8080',
      'http://box.local:8000',
    ])
    expect(unreadable).toEqual(['0', '70000'])
  })

  test('leaves the page’s own server alone', () => {
    const { probes } = planProbes('', 'http://localhost:8080')
    expect(probes.map(({ address }) => address)).not.toContain('http://localhost:8080')
    expect(probes).toHaveLength(localServers.length - 1)
  })
})

describe('toLocalFinding', () => {
  const own = planProbes('9000', origin).probes.at(-1)
  if (own === undefined) throw new Error('There is no probe for the port.')
  const usual = (name: string) => {
    const probe = planProbes('', origin).probes.find(({ server }) => server?.name === name)
    if (probe === undefined) throw new Error(`Nobody looks for ${name}.`)
    return probe
  }
  const answer = (value: unknown, status = 200) => ({ kind: 'answer' as const, status, value })

  test('a port of one’s own is known by what it answers', () => {
    const tags = { models: [{ name: 'qwen3' }] }
    expect(toLocalFinding(own, [answer({ data: [{ id: 'qwen3' }] }), answer(tags)], origin)).toMatchObject({
      name: 'Ollama',
      provider: 'ollama',
      baseUrl: 'http://localhost:9000',
    })
    const models = { data: [{ id: 'a', owned_by: 'vllm' }] }
    expect(toLocalFinding(own, [answer(models), answer({ detail: 'Not Found' }, 404)], origin)).toMatchObject({
      name: 'vLLM',
      provider: 'openai',
      baseUrl: 'http://localhost:9000/v1',
      models: ['a'],
    })
  })

  test.each(localServers)('$name: a page it lets in, one it keeps out, and no model yet', ({ name, provider }) => {
    const probe = usual(name)
    const list = provider === 'ollama' ? { models: [{ name: 'm' }] } : { data: [{ id: 'm' }] }
    const found = toLocalFinding(probe, [answer(list)], origin)
    expect(found).toMatchObject({ kind: 'server', name, provider, models: ['m'] })
    expect(found).not.toHaveProperty('advice')
    expect(toLocalFinding(probe, [{ kind: 'closed' }], origin)).toMatchObject({
      kind: 'closed',
      advice: expect.stringMatching(/CORS|ORIGINS|origins/),
    })
    const none = provider === 'ollama' ? { models: [] } : { data: [] }
    expect(toLocalFinding(probe, [answer(none)], origin)).toMatchObject({ advice: expect.stringContaining('no model') })
    expect(toLocalFinding(probe, [{ kind: 'nothing' }], origin)).toBeUndefined()
    expect(toLocalFinding(probe, [answer({ hello: 'world' })], origin)).toBeUndefined()
  })

  test('a server that wants a key is one, and an address without a server is told', () => {
    expect(toLocalFinding(usual('vLLM'), [answer({ error: 'Unauthorized' }, 401)], origin)).toMatchObject({
      kind: 'server',
      advice: expect.stringContaining('localhost:8000'),
    })
    expect(toLocalFinding(own, [answer(undefined, 404), { kind: 'nothing' }], origin)).toMatchObject({
      kind: 'other',
      advice: expect.stringContaining('no list of models'),
    })
    expect(toLocalFinding(own, [{ kind: 'nothing' }], origin)).toMatchObject({
      advice: expect.stringContaining('Nothing answers'),
    })
    const elsewhere = { address: 'http://192.168.1.20:8080', questions: [] }
    expect(toLocalFinding(elsewhere, [{ kind: 'nothing' }], origin)).toMatchObject({
      advice: expect.stringContaining('opened by https'),
    })
    expect(toLocalFinding(elsewhere, [{ kind: 'nothing' }], 'http://localhost:5173')).toMatchObject({
      advice: expect.stringContaining('Nothing answers'),
    })
  })
})

describe('findLocalServers', () => {
  test('asks each port once, without a key, and tells the closed from the absent', async () => {
    const asked: string[] = []
    const send: typeof fetch = async (input, init) => {
      const url = String(input)
      asked.push(`${init?.mode ?? 'cors'} ${url}`)
      expect(init).toMatchObject({ credentials: 'omit' })
      expect(init).not.toHaveProperty('headers')
      if (url.startsWith('http://localhost:11434')) return Response.json({ models: [{ name: 'gemma3' }] })
      if (url.startsWith('http://localhost:1234') && init?.mode === 'no-cors') return new Response()
      throw new TypeError('Failed to fetch')
    }
    const { findings } = await findLocalServers({ fetch: send, origin, also: '', patienceMs: 1_000 })
    expect(findings).toMatchObject([
      { kind: 'server', name: 'Ollama', models: ['gemma3'] },
      { kind: 'closed', name: 'LM Studio' },
    ])
    expect(asked.filter((request) => request.startsWith('cors '))).toHaveLength(localServers.length)
  })

  test('gives up on what never answers', async () => {
    const send: typeof fetch = (_input, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))
      })
    expect((await findLocalServers({ fetch: send, origin, also: '', patienceMs: 5 })).findings).toEqual([])
  })

  test('reads what is no JSON as no list', async () => {
    const send: typeof fetch = async () => new Response('<h1>Hello</h1>')
    const result = await findLocalServers({ fetch: send, origin, also: '9000', patienceMs: 1_000 })
    expect(result.findings).toMatchObject([{ kind: 'other', address: 'http://localhost:9000' }])
  })
})
