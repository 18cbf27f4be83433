import { httpAgent } from '../pages/httpAgent.ts'
import { RunView } from '../pages/RunView.ts'
import { test as base, expect } from '../pages/test.ts'
import { WebServer } from '../server/WebServer.ts'

const test = base.extend<{ readonly web: WebServer }>({
  web: async ({ browserName: _ }, use) => {
    const web = await new WebServer().start()
    await use(web)
    await web.stop()
  },
})

test('a first run names the host, and parts of the answer go into fields', async ({ studio, web }) => {
  await studio.open()
  const saves = [{ path: 'data.items[1].name', field: 'found' }]
  const query = [{ name: 'q', value: '{question}' }]
  await studio.importFile('web.agent.json', httpAgent({ url: `${web.address}/json`, query, saves }))
  await studio.run()
  const run = new RunView(studio.page)
  await expect(run.consent).toContainText(web.host)
  expect(web.visits).toEqual([])
  await run.allow()
  await studio.expectRun('Done')
  await expect(studio.answer('Say')).toContainText('Got cup')
  expect(web.visits.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /json?q=a%20%22quoted%22%20%26%20more',
  ])
})

test('a key is sent to its host, and nobody gets to see it', async ({ studio, web }) => {
  const secret = 'tk-1234567890abcdefghijkl'
  await studio.open()
  const config = {
    method: 'POST',
    url: `${web.address}/echo`,
    body: 'json',
    json: { question: '{question}' },
    key: { keyRef: 'shop' },
    saves: [{ field: 'found' }, { part: 'status', field: 'status' }],
  }
  await studio.importFile('web.agent.json', httpAgent(config))
  await studio.run()
  const run = new RunView(studio.page)
  await run.allow()
  const card = run.panel.getByRole('group', { name: `Key for ${web.host}` })
  await expect(card).toContainText('shop')
  expect(web.visits).toEqual([])
  await card.getByLabel(/key/i).first().fill(secret)
  await card.getByRole('button', { name: 'Save and run' }).click()
  await studio.expectRun('Done')
  expect(web.visits).toHaveLength(1)
  expect(web.visits[0]?.headers.authorization).toBe(`Bearer ${secret}`)
  expect(JSON.parse(web.visits[0]?.body ?? '')).toEqual({ question: 'a "quoted" & more' })
  await expect(studio.answer('Say')).toContainText('[hidden]')
  await run.show('State')
  await expect(run.panel).not.toContainText(secret)
  const { text } = await studio.exportFile()
  expect(text).not.toContain(secret)
})

interface FaultCase {
  readonly path: string
  readonly config?: Readonly<Record<string, unknown>>
  readonly words: RegExp
  readonly visits: number
}

const faults: readonly FaultCase[] = [
  { path: '/closed', words: /does not let this page read its answers \(CORS\)/, visits: 1 },
  { path: '/silent', config: { timeoutSeconds: 1 }, words: /had not answered after 1 s/, visits: 1 },
  { path: '/page', words: /sent a web page instead of data.*Welcome/, visits: 1 },
  { path: '/big', words: /sent more than/, visits: 1 },
  { path: '/moved', words: /sends the request elsewhere.*follow redirects/, visits: 1 },
  { path: '/nothing', words: /answered with an error \(404\).*There is no \/nothing/, visits: 1 },
  {
    path: '/json',
    config: { saves: [{ path: 'data.item', field: 'found' }] },
    words: /"data.item" leads to nothing.*items/,
    visits: 1,
  },
  { path: '/flaky', config: { method: 'POST' }, words: /database is busy/, visits: 1 },
]

for (const { path, config = {}, words, visits } of faults) {
  test(`${path} ${JSON.stringify(config)} is explained`, async ({ studio, web }) => {
    await studio.open()
    await studio.importFile(
      'web.agent.json',
      httpAgent(
        { url: `${web.address}${path}`, saves: [{ field: 'found' }], ...config },
        { retry: { maxRetries: 0, backOff: 'fixed', waitMs: 0 } },
      ),
    )
    await studio.run()
    const run = new RunView(studio.page)
    await run.allow()
    await studio.expectRun('Failed')
    await expect(run.problem).toContainText(words)
    expect(web.visits).toHaveLength(visits)
  })
}

test('nothing answers', async ({ studio, web }) => {
  await studio.open()
  const { address } = web
  await web.stop()
  await studio.importFile(
    'web.agent.json',
    httpAgent(
      { url: `${address}/json`, saves: [{ field: 'found' }] },
      { retry: { maxRetries: 0, backOff: 'fixed', waitMs: 0 } },
    ),
  )
  await studio.run()
  const run = new RunView(studio.page)
  await run.allow()
  await studio.expectRun('Failed')
  await expect(run.problem).toContainText('Nothing answered at')
  await web.start()
})

test('a fault that passes is tried again, and a redirect is followed when the step may', async ({ studio, web }) => {
  await studio.open()
  const retry = { maxRetries: 2, backOff: 'fixed', waitMs: 10 }
  const saves = [{ path: 'ok', field: 'found' }]
  await studio.importFile('web.agent.json', httpAgent({ url: `${web.address}/flaky`, saves }, { retry }))
  await studio.run()
  const run = new RunView(studio.page)
  await run.allow()
  await studio.expectRun('Done')
  expect(web.visits).toHaveLength(2)
  await studio.importFile(
    'moved.agent.json',
    httpAgent({
      url: `${web.address}/moved`,
      followRedirects: true,
      saves: [{ path: 'data.items[0].name', field: 'found' }],
    }),
  )
  await studio.run()
  await expect(run.consent).toContainText('any host that a redirect of')
  await run.allow()
  await studio.expectRun('Done')
  await expect(studio.answer('Say')).toContainText('Got mug')
})

test('stopping ends a request that waits', async ({ studio, web }) => {
  await studio.open()
  await studio.importFile('web.agent.json', httpAgent({ url: `${web.address}/silent`, saves: [{ field: 'found' }] }))
  await studio.run()
  const run = new RunView(studio.page)
  await run.allow()
  await expect.poll(() => web.visits.length).toBe(1)
  await run.stop()
  await studio.expectRun('Stopped')
})
