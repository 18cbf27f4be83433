import { askingAgent, question, toText } from '../pages/agents.ts'
import { countStoredEvents } from '../pages/countStoredEvents.ts'
import { RunView } from '../pages/RunView.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'
import { createGate } from '../server/createGate.ts'

/** Opens an agent from a file and agrees to its first run, without waiting for its end. */
async function start(studio: StudioPage, agent: string): Promise<RunView> {
  await studio.open()
  await studio.importFile('agent.agent.json', agent)
  await studio.run()
  const view = new RunView(studio.page)
  await view.allow()
  return view
}

test('runs what is on screen, also when the last edit has only just been made', async ({ studio, server }) => {
  await start(studio, askingAgent({ baseUrl: server.baseUrl }))
  await studio.expectRun('Done')
  await studio.card('ask').click()
  await studio.write('Prompt', 'Tell me, {question}')
  await studio.run()
  await expect.poll(() => server.requests.length).toBe(2)
  expect(server.requests[1]?.body.messages?.at(-1)?.content).toBe(`Tell me, ${question}`)
  await studio.expectRun('Done')
})

test('what would stop a run is listed first, and a click leads to the field', async ({ studio, server }) => {
  const agent = askingAgent({ baseUrl: server.baseUrl }).replace('Answer: {question}', '{__proto__} {nobody.name}')
  await studio.open()
  await studio.importFile('hostile.agent.json', agent)
  await studio.run()
  const list = studio.runPanel.getByRole('alert')
  await expect(list.getByRole('listitem')).toHaveText([/__proto__/, /nobody/])
  await list.getByRole('button', { name: /uses {nobody/ }).click()
  await expect(studio.setting('Prompt')).toBeFocused()
  expect(server.visits).toEqual([])

  await studio.write('Prompt', 'Answer: {question}')
  await studio.run()
  await new RunView(studio.page).allow()
  await studio.expectRun('Done')
})

test('input is checked before the run, sent with Enter, and brought back with the arrow', async ({ studio }) => {
  const fields = {
    word: { type: 'string', input: true },
    count: { type: 'integer', input: true, default: 2 },
    options: { type: 'object', input: true },
    text: { type: 'string' },
  }
  const values = [{ field: 'text', kind: 'template', value: '{word} × {count}, {options}' }]
  await studio.open()
  await studio.importFile(
    'inputs.agent.json',
    toText({
      version: 1,
      name: 'Inputs',
      stateType: { name: 'State', fields },
      steps: [{ id: 'join', strategyType: 'set', nodeName: 'Join', config: { values } }],
    }),
  )
  await studio.giveInput('word', 'one')
  await studio.giveInput('count', 'many')
  await studio.giveInput('options', '{ "a": ')
  await studio.run()
  const form = studio.runPanel.getByRole('form', { name: 'Input of the run' })
  await expect(form.getByRole('alert')).toHaveCount(2)
  await studio.giveInput('count', '3')
  await studio.giveInput('options', '{ "a": 1 }')
  await form.getByLabel('word').press('Enter')
  await new RunView(studio.page).allow()
  await studio.expectRun('Done')
  await expect(studio.answer('Join')).toContainText('one × 3, {"a":1}')

  await studio.giveInput('word', 'two')
  await form.getByLabel('word').press('Enter')
  await expect(studio.answer('Join')).toContainText('two × 3')
  const word = form.getByLabel('word')
  await word.fill('not sent yet')
  for (const [key, shown] of [
    ['ArrowUp', 'two'],
    ['ArrowUp', 'one'],
    ['ArrowDown', 'two'],
    ['ArrowDown', 'not sent yet'],
  ] as const) {
    await word.press(key)
    await expect(word).toHaveValue(shown)
  }
})

test('an empty input that a step waits for is asked for, and may be meant all the same', async ({ studio }) => {
  await studio.open()
  await studio.importFile(
    'asker.agent.json',
    toText({
      version: 1,
      name: 'Asker',
      stateType: {
        name: 'State',
        fields: {
          topic: { type: 'string', input: true },
          unused: { type: 'string', input: true },
          output: { type: 'string' },
        },
      },
      steps: [{ id: 'say', strategyType: 'output', nodeName: 'Say', config: { template: 'About “{topic}”' } }],
    }),
  )
  await studio.run()
  const form = studio.runPanel.getByRole('form', { name: 'Input of the run' })
  const view = new RunView(studio.page)
  await expect(form.getByRole('alert')).toHaveText('This is empty: “Say” waits for it.')
  await expect(form.getByLabel('topic')).toBeFocused()
  await expect(form.getByLabel('topic')).toHaveAttribute('aria-invalid', 'true')
  await expect(view.consent).toBeHidden()
  await studio.giveInput('topic', 'rain')
  await expect(form.getByRole('alert')).toBeHidden()
  await form.getByLabel('topic').press('Enter')
  await view.allow()
  await expect(studio.answer('Say')).toContainText('About “rain”')
  await studio.giveInput('topic', '')
  await studio.run()
  await form.getByRole('button', { name: 'Run as it is' }).click()
  await expect(studio.answer('Say')).toContainText('About “”')
})

test('a chat asks for a message, and an agent that needs nothing just runs', async ({ studio, server }) => {
  const chat = (config: object) =>
    toText({
      version: 1,
      name: 'Chat',
      stateType: { name: 'ChatState', fields: {} },
      llmConfig: { provider: 'openai', model: 'test-model', baseUrl: server.baseUrl },
      steps: [{ id: 'chat', strategyType: 'llm', nodeName: 'Chat', config }],
    })
  await studio.open()
  await studio.importFile('chat.agent.json', chat({}))
  await studio.run()
  const box = studio.runPanel.getByRole('textbox', { name: 'Message to the agent' })
  await expect(studio.runPanel.getByRole('alert')).toContainText('Write a message: “Chat” waits for it.')
  await expect(box).toBeFocused()
  expect(server.visits).toEqual([])
  await studio.importFile('joke.agent.json', chat({ promptTemplate: 'Tell a joke' }))
  await studio.run()
  await new RunView(studio.page).allow()
  await studio.expectRun('Done')
})

test('the answer that the last step gives back is shown once', async ({ studio }) => {
  await studio.open()
  await studio.runToEnd()
  const words = (await studio.answer('Reply').getByRole('paragraph').first().textContent()) ?? ''
  expect(words.length).toBeGreaterThan(10)
  await expect(studio.runPanel.getByText(words)).toHaveCount(1)
  await expect(studio.answer('Greet')).toContainText('given back by Reply')
  await studio.answer('Reply').getByRole('button', { name: 'Copy' }).click()
  expect(await studio.page.evaluate(() => navigator.clipboard.readText())).toContain(words)
})

test('a router takes one way, and the others say why they did not run', async ({ studio }) => {
  await studio.open()
  await studio.openExample('Support triage')
  await studio.giveInput('question', 'I want my money back, please refund the broken mug')
  await studio.runToEnd()
  await expect(studio.answer('Reply')).toContainText('Sorted as: refund')
  await expect(studio.card('refund').getByLabel('Done')).toBeVisible()
  await expect(studio.card('technical').getByLabel('Not run')).toBeVisible()
  await expect(studio.runPanel.getByRole('listitem').filter({ hasText: 'Solve the problem' })).toContainText(/refund/)

  const view = new RunView(studio.page)
  await view.show('State')
  await view
    .area('Moments')
    .getByRole('button', { name: /Sort the request/ })
    .click()
  await expect(view.area('State')).toContainText(/category\s*(new|changed)\s*refund/)
})

test('a loop is told round by round', async ({ studio }) => {
  const count = { values: [{ field: 'rounds', kind: 'expression', value: 'rounds + 1' }] }
  const view = await start(
    studio,
    toText({
      version: 1,
      name: 'Loop',
      stateType: { name: 'LoopState', fields: { rounds: { type: 'integer', default: 0 }, output: { type: 'string' } } },
      steps: [
        { id: 'count', strategyType: 'set', nodeName: 'Count', config: count },
        {
          id: 'enough',
          strategyType: 'condition',
          nodeName: 'Enough?',
          config: { branches: [{ name: 'again', when: 'rounds < 3' }] },
        },
        { id: 'say', strategyType: 'output', nodeName: 'Say', config: { template: 'after {rounds} rounds' } },
      ],
      edges: [
        { from: 'START', to: 'count' },
        { from: 'count', to: 'enough' },
        { from: 'enough', exit: 'again', to: 'count' },
        { from: 'enough', exit: 'else', to: 'say' },
      ],
    }),
  )
  await studio.expectRun('Done')
  await expect(studio.answer('Say')).toContainText('after 3 rounds')
  await expect(studio.card('count')).toContainText('×3')
  await view.show('Timeline')
  const executions = view.area('Executions')
  await expect(executions.getByRole('button', { name: /^Count/ })).toHaveCount(3)
  await expect(executions.getByRole('button', { name: /^Say/ })).toHaveCount(1)
  const bar = executions.getByRole('button', { name: /^Say/ }).locator('[style*="width"]')
  const overhang = await bar.evaluate(
    (element) => element.getBoundingClientRect().right - (element.parentElement?.getBoundingClientRect().right ?? 0),
  )
  expect(overhang).toBeLessThan(0.5)
  await executions
    .getByRole('button', { name: /^Count/ })
    .nth(1)
    .click()
  await expect(view.area('Execution of Count')).toContainText(/rounds\s*changed\s*1\s*2/)
})

test('a chat remembers what was said', async ({ studio, server }) => {
  server.next({ text: 'Nice to meet you.' }, { text: 'Ada, of course.' })
  await studio.open()
  await studio.importFile(
    'chat.agent.json',
    toText({
      version: 1,
      name: 'Chat',
      stateType: { name: 'ChatState', fields: {} },
      llmConfig: { provider: 'openai', model: 'test-model', baseUrl: server.baseUrl },
      steps: [{ id: 'chat', strategyType: 'llm', nodeName: 'Chat', config: { systemPrompt: 'Be kind.' } }],
    }),
  )
  const box = studio.runPanel.getByRole('textbox', { name: 'Message to the agent' })
  await box.fill('I am Ada.')
  await box.press('Enter')
  await new RunView(studio.page).allow()
  await studio.expectRun('Done')
  await box.fill('Who am I?')
  await box.press('Enter')
  await expect(studio.answer('Chat')).toContainText('Ada, of course.')
  expect(server.requests[1]?.body.messages?.map(({ role, content }) => [role, content])).toEqual([
    ['system', 'Be kind.'],
    ['user', 'I am Ada.'],
    ['assistant', 'Nice to meet you.'],
    ['user', 'Who am I?'],
  ])
})

test('a run can be stopped between words, and run again', async ({ studio }) => {
  await studio.open()
  await studio.openExample('Draft, critique, revise')
  await studio.run()
  await expect(studio.answer('Draft').first()).toContainText(/\w+ \w+/)
  const view = new RunView(studio.page)
  await view.stop()
  await studio.expectRun('Stopped')
  await expect(studio.answer('Draft').first()).toContainText(/\w+ \w+/)
  await expect(studio.answer('Publish')).toHaveCount(0)
  await studio.runToEnd()
})

test('a page that is left during a run tells so when it comes back, and repeats nothing', async ({
  studio,
  server,
}) => {
  const gate = createGate()
  server.next({ text: 'Air scatters blue', gate: (word) => (word === 2 ? gate.passed : undefined) })
  await start(studio, askingAgent({ baseUrl: server.baseUrl }))
  await expect(studio.answer('Ask')).toContainText('Air scatters')
  await expect.poll(() => countStoredEvents(studio.page, 'step-delta')).toBeGreaterThan(0)
  await studio.reload()
  gate.open()

  const note = studio.runPanel.getByRole('status').filter({ hasText: 'Run interrupted at step Ask' })
  await expect(note).toBeVisible()
  expect(server.requests).toHaveLength(1)
  await note.getByRole('button', { name: 'Show what it did' }).click()
  await expect(studio.answer('Ask')).toBeVisible()

  await studio.runToEnd()
  expect(server.requests).toHaveLength(2)
  await expect(studio.answer('Ask')).toContainText('Echo: Answer: Why is the sky blue?')
})

test('an earlier run is shown again as it was, without asking any model', async ({ studio, server, page }) => {
  server.next({ text: 'The first answer.' }, { text: 'The second answer.' })
  await start(studio, askingAgent({ baseUrl: server.baseUrl }))
  await studio.expectRun('Done')
  await studio.giveInput('question', 'And why is grass green?')
  await studio.run()
  await expect(studio.answer('Ask')).toContainText('The second answer.')
  await studio.expectRun('Done')
  await studio.reload()
  await studio.runPanel.getByRole('button', { name: 'Earlier runs' }).click()
  await page.getByRole('menuitem', { name: new RegExp(`Done.*${question.replace('?', '\\?')}`) }).click()
  await expect(studio.answer('Ask')).toContainText('The first answer.')
  expect(server.requests).toHaveLength(2)
})

test('earlier runs are told apart: by what they were given, how long they took, and whether the agent was another', async ({
  studio,
  server,
  page,
}) => {
  await start(studio, askingAgent({ baseUrl: server.baseUrl }))
  await studio.expectRun('Done')
  await expect.poll(() => countStoredEvents(page, 'run-end')).toBe(1)
  await page.getByRole('button', { name: 'Earlier runs' }).click()
  const first = page.getByRole('menuitem', { name: /^Done/ }).last()
  await expect(first).toContainText(question)
  await expect(first).toContainText(/ · [\d.]+ m?s/)
  await expect(first).not.toContainText('changed since')
  await page.keyboard.press('Escape')
  await studio.card('ask').click()
  await studio.write('Prompt', 'Tell me, {question}')
  await page.getByRole('button', { name: 'Earlier runs' }).click()
  await expect(first).toContainText('the agent was changed since')
})

test('tabs beyond the edge are shown by an arrow, and come into sight with it, with keys, or when they are chosen', async ({
  studio,
  page,
}) => {
  await studio.open()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: 'Run panel' }).click()
  const tab = (name: string) => studio.runPanel.getByRole('tab', { name })
  await expect(tab('Usage')).not.toBeInViewport()
  await studio.runPanel.locator('button[aria-hidden]').click()
  await expect(tab('Usage')).toBeInViewport({ ratio: 0.9 })
  await expect(tab('Run')).not.toBeInViewport()
  await tab('Usage').click()
  await page.keyboard.press('Home')
  await expect(tab('Run')).toBeInViewport({ ratio: 0.9 })
  await expect(tab('Run')).toBeFocused()
})

test('what is shown of a run is there again after a reload: which run, which tab, which moment', async ({
  studio,
  server,
  page,
}) => {
  server.next({ text: 'The first answer.' }, { text: 'The second answer.' })
  const view = await start(studio, askingAgent({ baseUrl: server.baseUrl }))
  await studio.expectRun('Done')
  await studio.run()
  await expect(studio.answer('Ask')).toContainText('The second answer.')
  await studio.expectRun('Done')
  await expect.poll(() => countStoredEvents(page, 'run-end')).toBe(2)
  await studio.reload()
  await expect(studio.answer('Ask')).toContainText('The second answer.')
  await view.show('Timeline')
  const bar = view.area('Executions').getByRole('button', { name: /^Ask/ })
  await bar.click()
  await expect(view.area('Execution of Ask')).toContainText('The second answer.')
  await studio.reload()
  await expect(view.panel.getByRole('tab', { name: /^Timeline/ })).toHaveAttribute('aria-selected', 'true')
  await expect(bar).toHaveAttribute('aria-pressed', 'true')
  await expect(view.area('Execution of Ask')).toContainText('The second answer.')
  // An earlier one that was chosen is the one that is shown.
  await page.getByRole('button', { name: 'Earlier runs' }).click()
  await page.getByRole('menuitem', { name: /^Done/ }).last().click()
  await expect(studio.answer('Ask')).toContainText('The first answer.')
  await studio.reload()
  await expect(studio.answer('Ask')).toContainText('The first answer.')
  expect(server.requests).toHaveLength(2)
})
