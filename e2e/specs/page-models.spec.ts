import type { Locator } from '@playwright/test'
import { askingAgent, question } from '../pages/agents.ts'
import { FakeLanguageModel } from '../pages/FakeLanguageModel.ts'
import { HuggingFaceFake } from '../pages/HuggingFaceFake.ts'
import { RunView } from '../pages/RunView.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'
import { createTinyModel } from '../server/tinyModel.ts'

const words = ['Because', ' air', ' scatters', ' blue', ' light.']
const builtIn = askingAgent({ provider: 'browser', model: 'built-in' })

/** The row of a model in the settings of models that run in this browser. */
async function modelInSettings(studio: StudioPage, label: string): Promise<Locator> {
  await studio.page.keyboard.press('ControlOrMeta+Comma')
  const dialog = studio.page.getByRole('dialog', { name: 'Settings' })
  await dialog.getByRole('button', { name: 'In this browser' }).click()
  return dialog.getByRole('listitem', { name: label })
}

async function start(studio: StudioPage, agent: string): Promise<RunView> {
  await studio.importFile('asker.agent.json', agent)
  await studio.run()
  const view = new RunView(studio.page)
  await view.allow()
  return view
}

test('the browser’s own model is downloaded when asked, and answers word by word', async ({ studio, page }) => {
  const model = await FakeLanguageModel.install(page, 'downloadable', words)
  await studio.open()
  await studio.importFile('asker.agent.json', askingAgent({}))
  const row = await modelInSettings(studio, 'The browser’s own model')
  await expect(row.getByRole('button', { name: /^Download/ })).toBeVisible()
  expect(await model.downloads(), 'nothing is downloaded by looking').toBe(0)

  await row.getByRole('button', { name: /^Download/ }).click()
  await expect(row.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '40')
  await model.goOn()
  await expect(row).toContainText('On this device')
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  await dialog.getByRole('button', { name: 'Use it in the open agent' }).click()
  await dialog.getByRole('button', { name: 'Close' }).click()

  await studio.run()
  await new RunView(page).allow()
  const answer = studio.answer('Ask')
  await expect(answer).toContainText('Because air scatters blue')
  await expect(answer).not.toContainText('light')
  await model.goOn()
  await studio.expectRun('Done')
  await expect(answer).toContainText('Because air scatters blue light.')
  expect(await model.prompts()).toEqual([
    {
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: `Answer: ${question}` },
      ],
      end: 'answered',
    },
  ])
})

test('stopping a run ends the answer of the browser’s model, and what came stays', async ({ studio, page }) => {
  const model = await FakeLanguageModel.install(page, 'available', words)
  await studio.open()
  const view = await start(studio, builtIn)
  await expect(studio.answer('Ask')).toContainText('Because air scatters blue')
  await view.stop()
  await studio.expectRun('Stopped')
  await expect(studio.answer('Ask')).toContainText('Because air scatters blue')
  await expect.poll(async () => (await model.prompts())[0]?.end).toBe('aborted')
})

test('a run never downloads a model: its problem offers to, and then it runs', async ({ studio, page }) => {
  const model = await FakeLanguageModel.install(page, 'downloadable', words)
  await studio.open()
  await start(studio, builtIn)
  await studio.expectRun('Failed')
  const problem = studio.runPanel.getByRole('alert', { name: 'Problem' })
  await expect(problem).toContainText('not on this device yet')
  expect(await model.downloads()).toBe(0)

  await problem.getByRole('button', { name: /^Download/ }).click()
  await problem.getByRole('button', { name: /^Cancel/ }).click()
  await problem.getByRole('button', { name: /^Download/ }).click()
  await model.goOn()
  await expect(problem).toContainText('On this device')
  expect(await model.downloads()).toBe(2)
  await problem.getByRole('button', { name: 'Run again' }).click()
  await expect(studio.answer('Ask')).toContainText('Because air scatters blue')
  await model.goOn()
  await studio.expectRun('Done')
})

test('where there is no model, the form and the run say why', async ({ studio, page }) => {
  await FakeLanguageModel.remove(page)
  await studio.open()
  await start(studio, builtIn)
  await studio.expectRun('Failed')
  await expect(studio.runPanel).toContainText('provider.unsupported')
  await studio.sidePanel.getByRole('tab', { name: 'Agent' }).click()
  await expect(studio.sidePanel).toContainText('This browser has no built-in model.')
})

test('models whose program could not be fetched end the run, and come when a person looks again', async ({
  studio,
  page,
}) => {
  const model = await FakeLanguageModel.install(page, 'available', words)
  const program = /openPageModels-[^/]*\.js$/
  await page.route(program, (route) => route.abort())
  await studio.open()
  await start(studio, builtIn)
  await studio.expectRun('Failed')
  await expect(studio.runPanel.getByRole('alert', { name: 'Problem' })).toContainText('could not be loaded')

  const row = await modelInSettings(studio, 'The browser’s own model')
  await expect(row.getByRole('button', { name: 'Look again' })).toBeVisible()
  await page.unroute(program)
  await row.getByRole('button', { name: 'Look again' }).click()
  await expect(row).toContainText('On this device')
  await page.getByRole('dialog', { name: 'Settings' }).getByRole('button', { name: 'Close' }).click()

  await studio.run()
  await model.goOn()
  await studio.expectRun('Done')
})

/** The runtime is compiled when a model is loaded, which takes a slow machine a while. */
const whileLoading = { timeout: 60_000 }
const onCpu = { label: 'SmolLM2 135M, on the CPU', model: 'transformers:HuggingFaceTB/SmolLM2-135M-Instruct' }

/** Brings the model for the CPU to this device: whatever Hugging Face gives for it. */
async function bringModel(studio: StudioPage): Promise<void> {
  const row = await modelInSettings(studio, onCpu.label)
  await row.getByRole('button', { name: `Download ${onCpu.label} (140 MB)` }).click()
  await expect(row).toContainText('On this device', whileLoading)
  await studio.page.getByRole('dialog', { name: 'Settings' }).getByRole('button', { name: 'Close' }).click()
}

test('Transformers.js brings a model from Hugging Face once, and runs it on this device', async ({ studio, page }) => {
  const hosts = new Set<string>()
  page.context().on('request', (request) => hosts.add(new URL(request.url()).hostname))
  const hub = await new HuggingFaceFake().install(page.context(), createTinyModel('because air scatters blue light'))
  await studio.open()
  const row = await modelInSettings(studio, onCpu.label)
  await expect(row.getByRole('button', { name: /^Download/ })).toBeVisible()
  expect(hub.visits, 'nothing is fetched by looking').toEqual([])
  await page.getByRole('dialog', { name: 'Settings' }).getByRole('button', { name: 'Close' }).click()
  await bringModel(studio)
  const brought = hub.visits.length
  expect(brought).toBeGreaterThan(0)

  await start(studio, askingAgent({ provider: 'browser', model: onCpu.model }))
  await expect(studio.answer('Ask')).toContainText('because air scatters blue light', whileLoading)
  await studio.expectRun('Done')

  await studio.reload()
  const here = await modelInSettings(studio, onCpu.label)
  await expect(here).toContainText('On this device', whileLoading)
  await here.getByRole('button', { name: `Choose ${onCpu.label}` }).click()
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  await dialog.getByRole('button', { name: 'Test the connection' }).click()
  await expect(dialog.getByRole('status')).toContainText('because air scatters blue light', whileLoading)
  expect(hub.visits, 'nothing is fetched again').toHaveLength(brought)

  await here.getByRole('button', { name: `Remove ${onCpu.label} from this device` }).click()
  await expect(here.getByRole('button', { name: /^Download/ })).toBeVisible()
  expect([...hosts].sort(), 'the runtime comes from the app').toEqual(['huggingface.co', 'localhost'])
})

test('a model on the CPU can be stopped, and answers again', async ({ studio, page }) => {
  await new HuggingFaceFake().install(page.context(), createTinyModel('again and', 'endless'))
  await studio.open()
  await bringModel(studio)
  const view = await start(studio, askingAgent({ provider: 'browser', model: onCpu.model, maxTokens: 1_000_000 }))
  await expect(studio.answer('Ask')).toContainText('again and again', whileLoading)
  await view.stop()
  await studio.expectRun('Stopped')

  // It would have to end its first answer before it begins a second one.
  await studio.run()
  await expect(studio.answer('Ask')).toHaveAttribute('aria-busy', 'true')
  await expect(studio.answer('Ask')).toContainText('again and again')
  await view.stop()
  await studio.expectRun('Stopped')
})

test('what a graphics card is needed for says so where there is none', async ({ studio }) => {
  await studio.open()
  const row = await modelInSettings(studio, 'Llama 3.2 1B, on the GPU')
  await expect(row).toContainText(/no WebGPU|finds no graphics card/)
  await expect(row.getByRole('button', { name: /^Download/ })).toHaveCount(0)
})

test.describe('in a German browser', () => {
  test.use({ locale: 'de-DE' })

  test('the worker of the models says in German why one cannot be had, and what went wrong', async ({
    studio,
    page,
  }) => {
    await page.context().route('https://huggingface.co/**', (route) => route.abort())
    await studio.open()
    await page.keyboard.press('ControlOrMeta+Comma')
    const dialog = page.getByRole('dialog', { name: 'Einstellungen' })
    await dialog.getByRole('button', { name: 'In diesem Browser' }).click()
    const onGpu = dialog.getByRole('listitem', { name: 'Llama 3.2 1B, auf der GPU' })
    await expect(onGpu).toContainText(/hat kein WebGPU|findet aber keine Grafikkarte/)

    const onCpu = dialog.getByRole('listitem', { name: 'SmolLM2 135M, auf der CPU' })
    await onCpu.getByRole('button', { name: /herunterladen/ }).click()
    await expect(onCpu.getByRole('alert')).toContainText('Das Modell in diesem Browser hatte einen Fehler')
  })
})
