import { toText } from '../pages/agents.ts'
import { RunView } from '../pages/RunView.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'
import { createGate } from '../server/createGate.ts'

test.use({ viewport: { width: 1920, height: 1080 } })

const words = ['one', 'two', 'three']

const stateType = {
  name: 'WordState',
  fields: { words: { type: 'array', input: true, default: words }, results: { type: 'array' } },
}

const shout = {
  version: 1,
  name: 'Shout',
  stateType: { name: 'ShoutState', fields: { word: { type: 'string', input: true }, loud: { type: 'string' } } },
  steps: [{ id: 'shout', strategyType: 'set', config: { values: [{ field: 'loud', value: '{word}!' }] } }],
}

/** An agent that has a list, an agent to call, and no step yet. */
function listAgent(more: object = {}): string {
  return toText({ version: 1, name: 'Words', stateType, steps: [], agents: { shout }, ...more })
}

/** An agent with a map that does this with each word. */
function mapAgent(config: object, more: object = {}): string {
  const map = { over: 'words', writes: 'results', ...config }
  const steps = [{ id: 'each', strategyType: 'map', nodeName: 'Each', config: map }]
  return listAgent({ steps, layout: { each: [0, 0] }, ...more })
}

async function choose(studio: StudioPage, setting: string, option: string): Promise<void> {
  await studio.sidePanel.getByRole('combobox', { name: setting, exact: true }).click()
  await studio.page.getByRole('option', { name: option }).first().click()
}

async function fillIn(studio: StudioPage, setting: string, text: string): Promise<void> {
  const box = studio.sidePanel.getByRole('combobox', { name: setting, exact: true })
  await box.fill(text)
  await box.press('Tab')
}

test('a map drawn from the palette does its step with each item, and says how far it is', async ({
  studio,
  server,
  page,
}) => {
  const gates = words.map(() => createGate())
  server.otherwise((body) => {
    const said = String(body.messages?.at(-1)?.content)
    const index = words.findIndex((word) => said.includes(word))
    return { text: `Heard ${words[index]}`, gate: () => gates[index]?.passed }
  })
  await studio.open()
  const llmConfig = { provider: 'openai', model: 'test-model', baseUrl: server.baseUrl }
  await studio.importFile('words.agent.json', listAgent({ llmConfig }))
  await studio.dragFromPalette('For each item', { x: 0.5, y: 0.5 })
  const card = studio.card('map')
  await expect(card).toHaveClass(/selected/)
  await fillIn(studio, 'For each item of', 'words')
  await choose(studio, 'Run the step', 'Ask a model')
  const inner = studio.sidePanel.getByRole('group', { name: 'Settings of Ask a model' })
  const prompt = inner.getByRole('textbox', { name: 'Prompt', exact: true })
  await expect(prompt).toContainText('{item}')
  await prompt.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText('Say {itme}')
  await expect(inner.getByText(/itme/).last()).toBeVisible()
  await inner.getByRole('button', { name: 'Replace with {item}' }).click()
  await expect(prompt).toContainText('Say {item}')
  await fillIn(studio, 'Save the results in', 'results')

  await studio.run()
  await new RunView(page).allow()
  await expect(card).toContainText('0 of 3')
  // The last first: the results keep the order of the items.
  const [first, ...later] = gates
  for (const [done, gate] of later.toReversed().entries()) {
    gate.open()
    await expect(card).toContainText(`${done + 1} of 3`)
  }
  first?.open()
  await studio.expectRun('Done')
  const view = new RunView(page)
  await view.show('Timeline')
  const rows = view.area('Executions').getByRole('listitem')
  await expect(rows).toHaveCount(4)
  for (const item of ['item 1', 'item 2', 'item 3']) await expect(rows.filter({ hasText: item })).toHaveCount(1)
  await view.show('State')
  await expect(view.area('State')).toContainText(/Heard one.*Heard two.*Heard three/s)

  const { steps } = await studio.readAgent()
  expect(steps[0]?.config).toMatchObject({
    over: 'words',
    step: { strategyType: 'llm', config: { promptTemplate: 'Say {item}' } },
    writes: 'results',
  })
})

test('an agent of the file is chosen, with its fields, and does each item', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('words.agent.json', mapAgent({}))
  await studio.card('each').click()
  await choose(studio, 'Run the agent', 'Shout')
  await expect(studio.sidePanel.getByRole('combobox', { name: 'Run the step', exact: true })).toBeHidden()
  await fillIn(studio, 'Give the item as', 'word')
  await fillIn(studio, 'Result of an item', 'loud')
  await studio.run()
  const view = new RunView(page)
  await view.allow()
  await studio.expectRun('Done')
  await view.show('State')
  await expect(view.area('State')).toContainText(/one!.*two!.*three!/s)
})

const code = "if (state.item === 'two') throw new Error('I dislike two')\nreturn { heard: state.item }"
const picky = { step: { strategyType: 'custom', config: { code, writes: ['heard'] } }, output: 'heard' }

test('what happens to an item that fails is chosen', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('picky.agent.json', mapAgent(picky))
  const view = new RunView(page)
  await studio.run()
  await view.allow()
  await studio.expectRun('Failed')
  await expect(view.problem).toContainText('Item 2 of 3 failed')
  await expect(view.problem).toContainText('I dislike two')

  await studio.card('each').click()
  await choose(studio, 'When an item fails', 'Leave it out')
  await studio.runToEnd()
  await view.show('State')
  await expect(view.area('State')).toContainText(/one.*three/s)
  await view.show('Logs')
  await expect(view.panel).toContainText('Item 2 of 3 failed')

  await choose(studio, 'When an item fails', 'Use another value')
  await studio.write('Value instead', '"none"')
  await view.show('Run')
  await studio.runToEnd()
  await view.show('State')
  await expect(view.area('State')).toContainText(/one.*none.*three/s)
})

test('a run that is stopped in the middle stops every item', async ({ studio, server, page }) => {
  const never = createGate()
  server.otherwise((body) => {
    const first = String(body.messages?.at(-1)?.content).includes('one')
    return { text: 'Heard it', ...(first ? {} : { gate: () => never.passed }) }
  })
  const llmConfig = { provider: 'openai', model: 'test-model', baseUrl: server.baseUrl }
  const step = { strategyType: 'llm', config: { promptTemplate: 'Say {item}' } }
  await studio.open()
  await studio.importFile('slow.agent.json', mapAgent({ step, concurrency: 2 }, { llmConfig }))
  await studio.run()
  const view = new RunView(page)
  await view.allow()
  await expect(studio.card('each')).toContainText('1 of 3')
  await expect.poll(() => server.requests.length).toBe(3)
  await view.stop()
  await studio.expectRun('Stopped')
  await expect.poll(() => server.requests.filter(({ closedEarly }) => closedEarly).length).toBe(2)
  await view.show('Timeline')
  await expect(view.area('Executions').getByRole('img', { name: 'Stopped' })).toHaveCount(3)
})
