import { askingAgent, question } from '../pages/agents.ts'
import { RunView } from '../pages/RunView.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'
import { createGate } from '../server/createGate.ts'
import { ModelServer, type Turn } from '../server/ModelServer.ts'

/** Opens an agent that asks this server, and lets it run for the first time. */
async function ask(studio: StudioPage, agent: string): Promise<RunView> {
  await studio.open()
  await studio.importFile('asker.agent.json', agent)
  await studio.run()
  const view = new RunView(studio.page)
  await view.allow()
  return view
}

test('an answer appears word by word while it is made', async ({ studio, server }) => {
  const gate = createGate()
  server.next({ text: 'Because air scatters blue light.', gate: (word) => (word === 3 ? gate.passed : undefined) })
  await ask(studio, askingAgent({ baseUrl: server.baseUrl }))

  const answer = studio.answer('Ask')
  await expect(answer).toContainText('Because air scatters')
  await expect(answer).not.toContainText('blue')
  await expect(answer).toHaveAttribute('aria-busy', 'true')
  await expect(studio.card('ask')).toContainText('Because air scatters')

  gate.open()
  await studio.expectRun('Done')
  await expect(answer).toContainText('Because air scatters blue light.')
  await expect(answer).toHaveAttribute('aria-busy', 'false')
})

test('shows the exact messages that were sent, and what the provider counted', async ({ studio, server }) => {
  server.next({
    text: 'Rayleigh.',
    usage: { prompt_tokens: 1041, completion_tokens: 7, total_tokens: 1048 },
  })
  const view = await ask(studio, askingAgent({ baseUrl: server.baseUrl }))
  await studio.expectRun('Done')

  expect(server.requests).toHaveLength(1)
  expect(server.requests[0]?.body).toMatchObject({
    model: 'test-model',
    stream: true,
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: `Answer: ${question}` },
    ],
  })
  await view.show('Messages')
  await expect(view.area('Messages').getByRole('listitem')).toHaveText([
    'SystemBe brief.',
    `UserAnswer: ${question}`,
    'AssistantRayleigh.',
  ])
  await view.show('Usage')
  await expect(view.area('Usage').getByRole('row').last()).toContainText(/1,?041.*7/)
})

test('a price that is given tells what a run cost and a prompt would, and is kept', async ({ studio, server }) => {
  server.next({ text: 'Rayleigh.', usage: { prompt_tokens: 1000, completion_tokens: 500, total_tokens: 1500 } })
  const view = await ask(studio, askingAgent({ baseUrl: server.baseUrl }))
  await studio.expectRun('Done')
  await view.show('Usage')
  await view.area('Usage').getByRole('button', { name: 'Set a price' }).click()
  const price = studio.page.getByRole('dialog', { name: 'Price of test-model' })
  await price.getByLabel('A million tokens sent').fill('2')
  await price.getByLabel('A million tokens answered').fill('8,5')
  await price.getByRole('button', { name: 'Save' }).click()
  await expect(view.area('Usage').getByRole('row').last()).toContainText('$0.0063')

  await studio.reload()
  await studio.card('ask').click()
  await studio.sidePanel.getByRole('button', { name: 'Preview' }).last().click()
  await expect(studio.sidePanel.getByRole('region', { name: 'Preview' })).toContainText(/tokens · about \$0\.0000\d/)
})

interface FaultCase {
  readonly what: string
  readonly turn: Turn
  readonly code: string
  /** In the plain sentence. */
  readonly says: RegExp
  readonly partial?: string
}

const faults: Readonly<Record<string, readonly FaultCase[]>> = {
  'a refusal': [
    {
      what: '401',
      turn: { fault: 'status', status: 401, error: { message: 'No key given', code: 'invalid_api_key' } },
      code: 'provider.auth',
      says: /wants a key \(401\).*API keys/,
    },
    {
      what: '404',
      turn: { fault: 'status', status: 404, error: { message: 'No such model', code: 'model_not_found' } },
      code: 'provider.notFound',
      says: /knows no model "test-model".*\(404\).*base URL/,
    },
    {
      what: '429',
      turn: { fault: 'status', status: 429, error: { message: 'Slow down', code: 'rate_limit_exceeded' } },
      code: 'provider.rateLimited',
      says: /asked too often \(429\)/,
    },
    {
      what: 'an empty account',
      turn: { fault: 'status', status: 429, error: { message: 'Pay first', code: 'insufficient_quota' } },
      code: 'provider.quota',
      says: /no credit left/,
    },
    {
      what: '500',
      turn: { fault: 'status', status: 500, error: { message: 'GPU on fire', type: 'server_error' } },
      code: 'provider.server',
      says: /error of its own \(500\).*GPU on fire/,
    },
  ],
  'an answer that is none': [
    {
      what: 'no CORS headers',
      turn: { fault: 'noCors' },
      code: 'provider.cors',
      says: /CORS.*Allow http:\/\/localhost/,
    },
    { what: 'a web page', turn: { fault: 'html' }, code: 'provider.badStream', says: /not a model’s answer.*\/v1/ },
    { what: 'an empty answer', turn: { text: '' }, code: 'provider.empty', says: /gave an empty answer/ },
    {
      what: 'an error inside the stream',
      turn: { fault: 'badEvent', error: { message: 'The model crashed' } },
      code: 'provider.server',
      says: /The model crashed/,
    },
  ],
  'half an answer': [
    {
      what: 'a cut stream',
      turn: { fault: 'cut' },
      code: 'provider.incomplete',
      says: /broke off before its end/,
      partial: 'Half of an answer that never',
    },
    {
      what: 'an answer at its length limit',
      turn: { text: 'It goes on and on', finishReason: 'length' },
      code: 'provider.lengthLimit',
      says: /cut off at its limit/,
      partial: 'It goes on and on',
    },
    {
      what: 'a withheld answer',
      turn: { text: 'First you', finishReason: 'content_filter' },
      code: 'provider.filtered',
      says: /content filter/,
      partial: 'First you',
    },
  ],
}

for (const [kind, cases] of Object.entries(faults)) {
  test(`${kind} is told in plain words, with its code, and can be tried again`, async ({ studio, server }) => {
    const view = await ask(studio, askingAgent({ baseUrl: server.baseUrl }))
    await studio.expectRun('Done')
    for (const { what, turn, code, says, partial } of cases) {
      await test.step(what, async () => {
        server.clear().next(turn)
        await studio.run()
        await expect(view.problem).toContainText(says, { timeout: 30_000 })
        await expect(view.problem).toContainText(new URL(server.baseUrl).host)
        await expect(view.problem.getByRole('button', { name: `Details (${code})` })).toBeVisible()
        await expect(studio.card('ask').getByLabel('Failed')).toBeVisible()
        if (partial !== undefined) await expect(studio.answer('Ask')).toContainText(partial)
      })
    }

    // What the step was given is there to look at, and a second try is one click away.
    await view.problem.getByRole('button', { name: 'What the step was given' }).click()
    await expect(view.problem).toContainText(`Answer: ${question}`)
    server.clear().next({ text: 'Now it works.' })
    await view.problem.getByRole('button', { name: 'Run again' }).click()
    await studio.expectRun('Done')
    await expect(studio.answer('Ask')).toContainText('Now it works.')
  })
}

test('nobody at the address', async ({ studio }) => {
  const gone = await new ModelServer().start()
  const { baseUrl } = gone
  await gone.stop()
  const view = await ask(studio, askingAgent({ baseUrl }))
  await studio.expectRun('Failed')
  await expect(view.problem).toContainText(`Nothing answered at ${new URL(baseUrl).host}`)
  await expect(view.problem.getByRole('button', { name: 'Details (provider.network)' })).toBeVisible()
})

test('a server that is asked too often is asked again, and that is told', async ({ studio, server }) => {
  server.next(
    { fault: 'status', status: 429, error: { message: 'Slow down', code: 'rate_limit_exceeded' } },
    { text: 'Second time lucky.' },
  )
  const view = await ask(studio, askingAgent({ baseUrl: server.baseUrl, maxRetries: 2 }))
  await studio.expectRun('Done')
  await expect(studio.answer('Ask')).toContainText('Second time lucky.')
  expect(server.requests).toHaveLength(2)

  await view.show('Timeline')
  await view.area('Executions').getByRole('button', { name: /^Ask/ }).click()
  await expect(view.area('Execution of Ask')).toContainText(/Try 2 after \d+ ms: .*asked too often/)
})

test('a refused key is not tried again', async ({ studio, server }) => {
  server.otherwise(() => ({ fault: 'status', status: 401, error: { message: 'No' } }))
  await ask(studio, askingAgent({ baseUrl: server.baseUrl, maxRetries: 3 }))
  await studio.expectRun('Failed')
  expect(server.requests).toHaveLength(1)
})

test('stop ends the request, and what came stays', async ({ studio, server }) => {
  const gate = createGate()
  server.next({ text: 'One two three four', gate: (word) => (word === 2 ? gate.passed : undefined) })
  const view = await ask(studio, askingAgent({ baseUrl: server.baseUrl }))
  await expect(studio.answer('Ask')).toContainText('One two')

  await view.stop()
  await studio.expectRun('Stopped')
  await expect(studio.answer('Ask')).toContainText('One two')
  await expect.poll(() => server.requests[0]?.closedEarly).toBe(true)
  gate.open()
  await expect(studio.answer('Ask')).not.toContainText('three')
  await studio.runToEnd()
})

test('a server that falls silent can be stopped, and what came stays', async ({ studio, server }) => {
  server.next({ fault: 'stall' })
  const view = await ask(studio, askingAgent({ baseUrl: server.baseUrl }))
  await expect(studio.answer('Ask')).toContainText('Half of an answer that never')
  await view.stop()
  await studio.expectRun('Stopped')
  await expect(studio.answer('Ask')).toContainText('Half of an answer that never')
  await expect.poll(() => server.requests[0]?.closedEarly).toBe(true)
})

test('the connection can be tested before any agent uses it', async ({ studio, server }) => {
  await studio.open()
  await studio.page.keyboard.press('ControlOrMeta+Comma')
  const dialog = studio.page.getByRole('dialog', { name: 'Settings' })
  await dialog.getByRole('textbox', { name: 'Base URL' }).fill(server.baseUrl)
  server.next({ text: 'Here I am.' })
  await dialog.getByRole('button', { name: 'Test the connection' }).click()
  await expect(dialog.getByRole('status')).toContainText('Here I am.')
  server.next({ fault: 'status', status: 404, error: { message: 'No such model' } })
  await dialog.getByRole('button', { name: 'Test the connection' }).click()
  await expect(dialog.getByRole('alert')).toContainText('(provider.notFound)')
})
