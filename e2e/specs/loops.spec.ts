import { toText } from '../pages/agents.ts'
import { CanvasView } from '../pages/CanvasView.ts'
import { RunView } from '../pages/RunView.ts'
import { expect, test } from '../pages/test.ts'
import { createGate } from '../server/createGate.ts'

test.use({ viewport: { width: 1920, height: 1080 } })

/** Asks a model again and again: the condition never lets go by itself. */
function loopAgent(baseUrl: string): string {
  return toText({
    version: 1,
    name: 'Round and round',
    stateType: {
      name: 'LoopState',
      fields: {
        question: { type: 'string', default: 'Again?', input: true },
        count: { type: 'integer', default: 0, reducer: 'add' },
        answer: { type: 'string' },
      },
    },
    llmConfig: { provider: 'openai', model: 'test-model', baseUrl },
    graphConfig: { graphType: 'branching' },
    steps: [
      { id: 'ask', strategyType: 'llm', nodeName: 'Ask', config: { promptTemplate: '{question}', writes: 'answer' } },
      {
        id: 'count',
        strategyType: 'set',
        nodeName: 'Count',
        config: { values: [{ field: 'count', kind: 'expression', value: '1' }] },
      },
      {
        id: 'decide',
        strategyType: 'condition',
        nodeName: 'Decide',
        config: { branches: [{ name: 'again', when: 'count < 100' }] },
      },
    ],
    edges: [
      { from: 'START', to: 'ask' },
      { from: 'ask', to: 'count' },
      { from: 'count', to: 'decide' },
      { from: 'decide', exit: 'again', to: 'ask' },
      { from: 'decide', exit: 'else', to: 'END' },
    ],
    layout: { ask: [0, 0], count: [340, 0], decide: [680, 0] },
  })
}

test('a loop gets a limit where its guard is shown, tells its turn, and is left as was chosen', async ({
  studio,
  server,
  page,
}) => {
  const gates = [createGate(), createGate(), createGate()]
  server.otherwise(() => {
    const gate = gates[server.requests.length - 1]
    return { text: 'Yes', gate: () => gate?.passed }
  })
  await studio.open()
  await studio.importFile('loop.agent.json', loopAgent(server.baseUrl))
  const canvas = new CanvasView(studio)
  await canvas.wireLabel('again · loop · at most 25 steps').click()
  const limit = page.getByRole('dialog', { name: 'Limit of the loop' })
  await limit.getByRole('textbox', { name: 'Most turns of this loop' }).fill('3')
  await limit.getByRole('combobox', { name: 'When they are over' }).click()
  await page.getByRole('option', { name: 'Leave by "Otherwise"' }).click()
  await page.keyboard.press('Escape')
  await expect(limit).toBeHidden()
  await expect(canvas.wireLabel('again · loop · at most 3 turns')).toBeVisible()

  await studio.run()
  await new RunView(page).allow()
  // It says its limit until it is taken.
  const words = ['loop · at most 3 turns', 'turn 2 of 3', 'turn 3 of 3']
  for (const [index, gate] of gates.entries()) {
    await expect.poll(() => server.requests.length).toBe(index + 1)
    await expect(canvas.wireLabel(`again · ${words[index]}`)).toBeVisible()
    gate.open()
  }
  await studio.expectRun('Done')
  expect(server.requests).toHaveLength(3)
  await expect(canvas.wireLabel('again · loop · at most 3 turns')).toBeVisible()
  const { edges } = await studio.readAgent()
  expect(edges?.find(({ exit }) => exit === 'again')).toEqual({
    from: 'decide',
    exit: 'again',
    to: 'ask',
    maxTurns: 3,
    leaveBy: 'else',
  })
})

test('a loop without another way on fails by name, and its limit can be undone', async ({ studio, server, page }) => {
  await studio.open()
  await studio.importFile('loop.agent.json', loopAgent(server.baseUrl))
  const canvas = new CanvasView(studio)
  await canvas.wireLabel('again · loop · at most 25 steps').click()
  const limit = page.getByRole('dialog', { name: 'Limit of the loop' })
  await limit.getByRole('textbox', { name: 'Most turns of this loop' }).fill('2')
  await page.keyboard.press('Escape')
  await expect(canvas.wireLabel('again · loop · at most 2 turns')).toBeVisible()
  await studio.run()
  const view = new RunView(page)
  await view.allow()
  await studio.expectRun('Failed')
  await expect(view.problem).toContainText('The loop from "Decide" back to "Ask" had all its 2 turns')
  expect(server.requests).toHaveLength(2)
  await studio.undo()
  await expect(canvas.wireLabel('again · loop · at most 25 steps')).toBeVisible()
})
