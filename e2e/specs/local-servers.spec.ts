import { askingAgent } from '../pages/agents.ts'
import { LocalServersView } from '../pages/LocalServersView.ts'
import { RunView } from '../pages/RunView.ts'
import { test as base, expect } from '../pages/test.ts'
import { OllamaServer } from '../server/OllamaServer.ts'

const test = base.extend<{ readonly ollama: OllamaServer }>({
  ollama: async ({ browserName: _ }, use) => {
    const ollama = await new OllamaServer().start()
    await use(ollama)
    await ollama.stop()
  },
})

test('servers are found on a click only, told apart, and one is taken', async ({ studio, server, ollama }) => {
  const port = Number(new URL(server.baseUrl).port)
  await studio.open()
  await studio.importFile('asker.agent.json', askingAgent({}))
  const view = await new LocalServersView(studio.page).open()
  await expect(view.dialog.getByRole('button', { name: 'Find local servers' })).toBeEnabled()
  expect([...server.visits, ...ollama.visits], 'nothing is asked before the click').toEqual([])

  await view.search(`${ollama.port} ${port} nonsense:port`)
  await expect(view.dialog.getByRole('status')).toContainText('nonsense:port')
  await expect(view.at(ollama.port)).toContainText('Ollama')
  await expect(view.at(ollama.port).getByRole('combobox')).toHaveValue('tiny:latest')
  await expect(view.at(port)).toContainText('A model server')
  await expect(view.at(port).getByRole('combobox')).toHaveValue('test-model')
  expect(ollama.visits.every((visit) => visit.startsWith('GET '))).toBe(true)

  await view.at(ollama.port).getByRole('button', { name: 'Use it in the open agent' }).click()
  await view.dialog.getByRole('button', { name: 'Close' }).click()
  expect((await studio.readAgent()).llmConfig).toEqual({
    provider: 'ollama',
    model: 'tiny:latest',
    baseUrl: `http://localhost:${ollama.port}`,
  })
  await studio.run()
  await new RunView(studio.page).allow()
  await studio.expectRun('Done')
  await expect(studio.answer('Ask')).toContainText('Hello from Ollama.')
})

test('a server becomes what a provider starts from, and the ports are remembered', async ({ studio, server }) => {
  const port = Number(new URL(server.baseUrl).port)
  await studio.open()
  const view = await new LocalServersView(studio.page).open()
  await view.search(`${port}`)
  await view.at(port).getByRole('button', { name: 'Set up…' }).click()
  await expect(view.dialog.getByRole('heading', { name: 'OpenAI and compatible servers' })).toBeVisible()
  await expect(view.dialog.getByRole('textbox', { name: 'Base URL' })).toHaveValue(`http://localhost:${port}/v1`)
  await expect(view.dialog.getByRole('combobox', { name: 'Model' })).toHaveValue('test-model')
  server.next({ text: 'Here I am.' })
  await view.dialog.getByRole('button', { name: 'Test the connection' }).click()
  await expect(view.dialog.getByRole('status')).toContainText('Here I am.')

  await view.dialog.getByRole('button', { name: 'On this computer' }).click()
  await expect(view.dialog.getByLabel('Other ports or addresses')).toHaveValue(`${port}`)
})

test('a server that keeps pages out is told with what to set, and found once it lets them in', async ({
  studio,
  ollama,
  page,
}) => {
  ollama.letPagesIn(false)
  await studio.open()
  const view = await new LocalServersView(page).open()
  await view.search(`${ollama.port}`)
  await expect(view.at(ollama.port)).toContainText('does not let this page read its answers (CORS)')
  await expect(view.at(ollama.port)).toContainText(`Allow ${new URL(page.url()).origin}`)

  ollama.letPagesIn(true)
  await view.search(`${ollama.port}`)
  await expect(view.at(ollama.port).getByRole('combobox')).toHaveValue('tiny:latest')
})

test('a port where nothing listens is told', async ({ studio, ollama, page }) => {
  await studio.open()
  const { port } = ollama
  await ollama.stop()
  const view = await new LocalServersView(page).open()
  await view.search(`${port}`)
  await expect(view.at(port)).toContainText('Nothing answers there.')
})
