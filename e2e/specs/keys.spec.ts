import type { Page } from '@playwright/test'
import { askingAgent } from '../pages/agents.ts'
import { RunView } from '../pages/RunView.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { readAllStorage } from '../pages/storedRuns.ts'
import { expect, test } from '../pages/test.ts'
import { ModelServer } from '../server/ModelServer.ts'

/** A key that stands out wherever it turns up. */
const canary = 'sk-canary-0123456789abcdefGHIJ'
const keyDatabase = 'petal-studio-keys'

async function addKey(page: Page, key: { readonly baseUrl: string; readonly keep?: boolean }): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: /API keys/ }).click()
  const dialog = page.getByRole('dialog', { name: 'API keys' })
  await dialog.getByRole('textbox', { name: /Base URL/ }).fill(key.baseUrl)
  await dialog.getByLabel(`Key for ${new URL(key.baseUrl).host}`).fill(canary)
  if (key.keep === true) await dialog.getByRole('switch').click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('listitem')).toContainText('••••GHIJ')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}

async function runImported(studio: StudioPage, agent: string): Promise<RunView> {
  await studio.importFile('asker.agent.json', agent)
  await studio.run()
  const view = new RunView(studio.page)
  await view.allow()
  return view
}

/** The page as text: everything in it, attributes and the values of fields too. */
async function readPage(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value)
    return [document.documentElement.outerHTML, location.href, ...fields].join('\n')
  })
}

test('a key goes to its own host, and to no other', async ({ studio, server }) => {
  const other = await new ModelServer().start()
  await studio.open()
  await addKey(studio.page, { baseUrl: server.baseUrl })
  await runImported(studio, askingAgent({ baseUrl: server.baseUrl, name: 'At home' }))
  await studio.expectRun('Done')
  expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${canary}`)

  // The same reference, another host: whatever becomes of the run, the key stays.
  const view = await runImported(studio, askingAgent({ baseUrl: other.baseUrl, name: 'Elsewhere' }))
  await expect(studio.answer('Ask').or(view.problem).first()).toBeVisible()
  expect(JSON.stringify(other.requests)).not.toContain(canary)
  await other.stop()
})

for (const keep of [false, true]) {
  test(`a key ${keep ? 'kept on this device' : 'of this session'} appears nowhere else`, async ({ studio, server }) => {
    const { page } = studio
    const written: string[] = []
    page.on('console', (message) => written.push(message.text()))
    const masked = server.baseUrl
    server.next(
      { text: `You sent me ${canary}, didn't you?` },
      { fault: 'status', status: 401, error: { message: `Incorrect API key provided: ${canary}.` } },
    )
    await studio.open()
    await addKey(page, { baseUrl: masked, keep })
    const view = await runImported(studio, askingAgent({ baseUrl: server.baseUrl }))
    await studio.expectRun('Done')
    await expect(studio.answer('Ask')).toContainText('You sent me')
    for (const tab of ['Timeline', 'State', 'Messages', 'Logs', 'Usage', 'Run'] as const) {
      await view.show(tab)
      expect(await readPage(page), `the ${tab} tab`).not.toContain(canary)
    }

    await studio.run()
    await expect(view.problem).toContainText(/refused the key "openai"/)
    await view.problem.getByRole('button', { name: /^Details/ }).click()
    expect(await readPage(page)).not.toContain(canary)
    await view.problem.getByRole('button', { name: 'Copy report' }).click()
    await expect(page.getByText('Report copied')).toBeVisible()
    const report = await page.evaluate(() => navigator.clipboard.readText())
    expect(report).toContain('provider.auth')
    expect(report).not.toContain(canary)

    expect((await studio.exportFile()).text).not.toContain(canary)
    await studio.expectSaved()
    const stored = await readAllStorage(page, keep ? [keyDatabase] : [])
    expect(stored).toContain('You sent me')
    expect(stored).not.toContain(canary)
    expect(written.join('\n')).not.toContain(canary)
    expect(server.visits.join('\n')).not.toContain(canary)
  })
}

test('a key of the session is gone after a reload, a kept one is not', async ({ studio, server }) => {
  const { page } = studio
  await studio.open()
  await addKey(page, { baseUrl: server.baseUrl, keep: true })
  await studio.reload()
  await runImported(studio, askingAgent({ baseUrl: server.baseUrl }))
  await studio.expectRun('Done')
  expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${canary}`)

  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: /API keys/ }).click()
  await page.getByRole('button', { name: 'Remove the key openai' }).click()
  await expect(page.getByRole('dialog').getByText('No keys yet')).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await readAllStorage(page)).not.toContain(canary)

  await addKey(page, { baseUrl: server.baseUrl })
  await studio.reload()
  // The run of before comes on screen again.
  await studio.expectRun('Done')
  await studio.runToEnd()
  expect(server.requests).toHaveLength(2)
  expect(server.requests[1]?.headers.authorization ?? '').not.toContain(canary)
})

test.describe('when a step needs a key that is not there', () => {
  test('it is pasted in place, and the run goes on', async ({ studio, page }) => {
    const seen: (string | undefined)[] = []
    await page.route('https://api.openai.com/**', async (route) => {
      seen.push(
        await route
          .request()
          .headerValue('authorization')
          .then((value) => value ?? undefined),
      )
      const chunk = (delta: unknown, end: string | null) =>
        `data: ${JSON.stringify({ id: '1', object: 'chat.completion.chunk', created: 0, model: 'm', choices: [{ index: 0, delta, finish_reason: end }] })}\n\n`
      await route.fulfill({
        contentType: 'text/event-stream',
        headers: { 'access-control-allow-origin': '*' },
        body: `${chunk({ role: 'assistant', content: 'Hello from afar.' }, null)}${chunk({}, 'stop')}data: [DONE]\n\n`,
      })
    })
    await studio.open()
    const view = await runImported(studio, askingAgent({ model: 'gpt-4o-mini' }))
    const card = view.panel.getByRole('group', { name: /Key for OpenAI/ })
    await expect(card).toContainText('api.openai.com')
    expect(seen).toEqual([])
    await card.getByLabel('Key for api.openai.com').fill(canary)
    await card.getByRole('button', { name: 'Save and run' }).click()
    await studio.expectRun('Done')
    await expect(studio.answer('Ask')).toContainText('Hello from afar.')
    expect(seen).toEqual([`Bearer ${canary}`])
  })

  test('while it is asked for, nothing of the run before stands for the one to come', async ({ studio }) => {
    await studio.open()
    const view = await runImported(studio, askingAgent({ model: 'gpt-4o-mini' }))
    await view.panel.getByRole('button', { name: 'Use the practice model' }).click()
    await studio.expectRun('Done')
    await studio.undo()
    await studio.run()
    await expect(view.panel.getByRole('group', { name: /Key for OpenAI/ })).toBeVisible()
    await expect(view.panel.getByText('Waiting for a key')).toBeVisible()
    await expect(view.panel.getByRole('img', { name: 'Done' })).toHaveCount(0)
    await expect(studio.answer('Ask')).toHaveCount(0)

    await view.panel.getByRole('button', { name: 'Not now' }).click()
    await studio.expectRun('Done')
    await expect(studio.answer('Ask')).toContainText(/sky/)
  })

  test('the practice model takes over with one click', async ({ studio }) => {
    await studio.open()
    const view = await runImported(studio, askingAgent({ model: 'gpt-4o-mini' }))
    await view.panel.getByRole('button', { name: 'Use the practice model' }).click()
    await studio.expectRun('Done')
    await expect(studio.answer('Ask')).toContainText(/sky/)
    await studio.undo()
    expect((await studio.exportFile()).text).toContain('"gpt-4o-mini"')
  })
})
