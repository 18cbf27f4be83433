import { toText } from '../pages/agents.ts'
import { RunView } from '../pages/RunView.ts'
import { expect, test } from '../pages/test.ts'

const down = { fault: 'status', status: 500, error: { message: 'Out of order' } } as const

/** A step that asks a model, and one that says something when it cannot. */
function rescueAgent(baseUrl: string): string {
  return toText({
    version: 1,
    name: 'Rescue',
    stateType: {
      name: 'State',
      fields: {
        question: { type: 'string', default: 'Is anybody there?', input: true },
        answer: { type: 'string' },
        problem: { type: 'object' },
      },
    },
    llmConfig: { provider: 'openai', model: 'test-model', baseUrl },
    graphConfig: { maxRetries: 0 },
    steps: [
      { id: 'ask', strategyType: 'llm', nodeName: 'Ask', config: { promptTemplate: '{question}', writes: 'answer' } },
      {
        id: 'sorry',
        strategyType: 'set',
        nodeName: 'Sorry',
        config: { values: [{ field: 'answer', kind: 'template', value: 'Sorry: {problem.message}' }] },
      },
    ],
    edges: [
      { from: 'START', to: 'ask' },
      { from: 'ask', to: 'END' },
    ],
    layout: { ask: [0, 0], sorry: [360, 160] },
  })
}

test('a step that fails leaves by its exit for errors, drawn like any other', async ({ studio, server }) => {
  server.next(down)
  await studio.open()
  await studio.importFile('rescue.agent.json', rescueAgent(server.baseUrl))
  await studio.card('ask').click()
  await studio.sidePanel.getByRole('button', { name: /^Errors and limits/ }).click()
  await studio.sidePanel.getByRole('combobox', { name: 'When it fails' }).click()
  await studio.page.getByRole('option', { name: /Leave by/ }).click()
  await expect(studio.card('ask').getByLabel('Connect from Error')).toBeAttached()
  await studio.sidePanel.getByRole('combobox', { name: 'Save the problem in' }).fill('problem')
  await studio.page.getByRole('option', { name: /problem/ }).click()
  await studio.connect(studio.card('ask'), studio.card('sorry'), 'Error')

  await studio.run()
  await new RunView(studio.page).allow()
  await studio.expectRun('Done')
  await expect(studio.answer('Sorry')).toContainText('Sorry:')
  const { steps, edges } = await studio.readAgent()
  expect(steps[0]).toMatchObject({ onError: { action: 'exit', writes: 'problem' } })
  expect(edges).toContainEqual({ from: 'ask', exit: 'error', to: 'sorry' })
  expect(edges).toContainEqual({ from: 'ask', to: 'END' })
})

test('a step has retries of its own, and goes on with other values when they are used up', async ({
  studio,
  server,
}) => {
  for (let times = 0; times < 3; times += 1) server.next(down)
  await studio.open()
  await studio.importFile('rescue.agent.json', rescueAgent(server.baseUrl))
  await studio.card('ask').click()
  await studio.sidePanel.getByRole('button', { name: /^Errors and limits/ }).click()
  await studio.sidePanel.getByRole('combobox', { name: 'When it fails' }).click()
  await studio.page.getByRole('option', { name: 'Go on' }).click()
  await studio.write('Values instead', '{"answer": "Nobody was there."}')
  await studio.setting('Retries').fill('2')
  await studio.setting('First wait').fill('1')

  await studio.run()
  await new RunView(studio.page).allow()
  await studio.expectRun('Done')
  expect(server.requests).toHaveLength(3)
  const view = new RunView(studio.page)
  await view.show('State')
  await expect(view.area('State')).toContainText('Nobody was there.')
})
