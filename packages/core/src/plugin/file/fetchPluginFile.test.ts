import { expect, test } from 'vitest'
import { fetchPluginFile } from './fetchPluginFile.ts'

/** A network in which every address gives this. */
function giving(make: () => Response | Promise<Response>) {
  const asked: { readonly url: string; readonly init: RequestInit | undefined }[] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    asked.push({ url: String(input), init })
    return make()
  }
  return { asked, fetch }
}

const address = 'https://example.org/tools.plugin.js'

test('gives the text, and asks without saying who asks', async () => {
  const { asked, fetch } = giving(() => new Response('definePlugin({})'))
  expect(await fetchPluginFile(` ${address} `, { fetch })).toEqual({ text: 'definePlugin({})', cameFrom: address })
  expect(asked).toMatchObject([{ url: address, init: { credentials: 'omit', referrerPolicy: 'no-referrer' } }])
})

test.each([
  ['tools.plugin.js', 'no address'],
  ['', 'no address'],
  ['http://example.org/a.js', 'by https'],
  ['http://localhost.example.org/a.js', 'by https'],
  ['http://127.0.0.1.example.org/a.js', 'by https'],
  ['javascript:alert(1)', 'by https'],
  ['data:text/javascript,1', 'by https'],
  ['file:///etc/hosts', 'by https'],
  ['https://ada:secret@example.org/a.js', 'a name or a password'],
])('%s is never asked', async (given, words) => {
  const { asked, fetch } = giving(() => new Response(''))
  await expect(fetchPluginFile(given, { fetch })).rejects.toMatchObject({
    code: 'plugin.address',
    message: expect.stringContaining(words),
  })
  expect(asked).toEqual([])
})

test.each([
  'http://localhost:8080/a.js',
  'http://127.0.0.1/a.js',
  'http://[::1]:3000/a.js',
  'https://example.org/a.js',
])('%s is asked', async (given) => {
  const { fetch } = giving(() => new Response('text'))
  expect(await fetchPluginFile(given, { fetch })).toMatchObject({ text: 'text' })
})

test('where it was sent on to is told, and must be as safe', async () => {
  const sentTo = (url: string) => giving(() => Object.defineProperty(new Response('text'), 'url', { value: url }))
  const other = 'https://other.example.org/tools.js'
  expect(await fetchPluginFile(address, sentTo(other))).toMatchObject({ cameFrom: other })
  await expect(fetchPluginFile(address, sentTo('http://other.example.org/a.js'))).rejects.toMatchObject({
    code: 'plugin.address',
  })
})

test.each([
  ['a page', () => new Response('<h1>', { headers: { 'content-type': 'text/html; charset=utf-8' } }), /page/],
  ['a fault', () => new Response('', { status: 503 }), /503/],
  ['nothing', () => Promise.reject(new TypeError('Failed to fetch')), /example\.org/],
])('%s is told', async (_what, make, message) => {
  await expect(fetchPluginFile(address, giving(make))).rejects.toMatchObject({
    code: 'plugin.unreachable',
    message: expect.stringMatching(message),
  })
})

test('what is too large is not read to its end', async () => {
  await expect(
    fetchPluginFile(
      address,
      giving(() => new Response('x'.repeat(500_001))),
    ),
  ).rejects.toMatchObject({
    code: 'plugin.tooLarge',
  })
})
