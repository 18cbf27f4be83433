import { toText } from '../pages/agents.ts'
import { countStoredEvents } from '../pages/countStoredEvents.ts'
import { RunView } from '../pages/RunView.ts'
import { expect, test } from '../pages/test.ts'

function say(id: string, nodeName: string, value: string) {
  return { id, strategyType: 'set', nodeName, config: { values: [{ field: id, kind: 'template', value }] } }
}

/** Thirty steps that say the same whatever comes, one that repeats the topic, and what follows from it. */
const same = Array.from({ length: 30 }, (_, index) => say(`same${index}`, `Same ${index}`, 'Always so'))
const agent = toText({
  version: 1,
  name: 'Talker',
  stateType: {
    name: 'State',
    fields: {
      topic: { type: 'string', input: true },
      ...Object.fromEntries(same.map(({ id }) => [id, { type: 'string' }])),
      echo: { type: 'string' },
      end: { type: 'string' },
    },
  },
  steps: [...same, say('echo', 'Echo', 'We talk of {topic} today'), say('end', 'End', '{echo}, and of nothing else')],
  layout: Object.fromEntries([...same.map(({ id }) => id), 'echo', 'end'].map((id, index) => [id, [index * 300, 0]])),
})

test('two runs stand side by side; the first difference is marked and in view, and told by words', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.importFile('talker.agent.json', agent)
  const view = new RunView(page)
  await studio.giveInput('topic', 'birds')
  await studio.run()
  await view.allow()
  await expect.poll(() => countStoredEvents(page, 'run-end')).toBe(1)
  await studio.run()
  await expect.poll(() => countStoredEvents(page, 'run-end')).toBe(2)
  await page.getByRole('button', { name: 'Earlier runs' }).click()
  await page.getByRole('menuitem', { name: 'Compare runs' }).click()
  const dialog = page.getByRole('dialog', { name: 'Compare runs' })
  await expect(dialog.getByRole('status')).toHaveText('Both runs did the same.')
  await page.keyboard.press('Escape')

  // The same input, but a person writes over it on the way.
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('Echo')
  await page.keyboard.press('Enter')
  await expect(studio.card('echo')).toHaveClass(/selected/)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Shift+F9')
  await expect(view.breakpoint).toContainText('Paused before Echo')
  await view.breakpoint.getByRole('button', { name: 'The state it has now' }).click()
  await view.breakpoint.getByRole('button', { name: 'Edit the state' }).click()
  const state = page.getByRole('dialog', { name: 'Edit the state' })
  await state.getByRole('textbox', { name: 'topic' }).fill('fish')
  await state.getByRole('button', { name: 'Set the state' }).click()
  await view.breakpoint.getByRole('button', { name: 'Continue' }).click()
  await expect.poll(() => countStoredEvents(page, 'run-end')).toBe(3)
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('Compare runs')
  await page.keyboard.press('Enter')
  const first = dialog.getByLabel('Both runs').getByRole('button', { name: /First difference/ })
  await expect(first).toContainText('The state was edited before Echo')
  await expect(first).toContainText('only in the second run')
  await expect(first).toBeInViewport()
  await expect(dialog.getByRole('status')).toContainText('The first difference: The state was edited before Echo.')
  const differs = dialog.getByLabel('What differs')
  await expect(differs.getByRole('region', { name: 'topic' }).locator('ins')).toHaveText('fish')
  await dialog
    .getByLabel('Both runs')
    .getByRole('button', { name: /^Echo.*another output/ })
    .click()
  const detail = differs.getByRole('region', { name: 'echo' })
  await expect(detail.getByText('birds', { exact: true })).toHaveJSProperty('tagName', 'DEL')
  await expect(detail.getByText('fish', { exact: true })).toHaveJSProperty('tagName', 'INS')
  await dialog.getByRole('button', { name: /^Start/ }).click()
  await expect(differs).toContainText('The same in both runs.')
})

test('the first difference within a called agent is found there, told to be set by hand, and shown on the canvas', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.openExample('Writer with a fact check')
  const view = new RunView(page)
  await studio.run()
  await expect.poll(() => countStoredEvents(page, 'run-end')).toBe(1)
  await view.show('Timeline')
  await page
    .getByLabel('Executions')
    .getByRole('button', { name: /^Judge them/ })
    .click()
  await page.getByRole('button', { name: 'Use this output' }).click()
  await studio.run()
  await expect.poll(() => countStoredEvents(page, 'run-end')).toBe(2)
  await page.getByRole('button', { name: 'Earlier runs' }).click()
  await page.getByRole('menuitem', { name: 'Compare runs' }).click()
  const dialog = page.getByRole('dialog', { name: 'Compare runs' })
  await expect(dialog.getByRole('status')).toContainText('The first difference: Check the facts › Judge them.')
  const first = dialog.getByLabel('Both runs').getByRole('button', { name: /First difference/ })
  await expect(first).toContainText('its output was set by hand in the second run')
  await dialog.getByRole('button', { name: 'Show the step' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(studio.card('judge')).toHaveClass(/selected/)
})

const frost = 'The first frost of the year arrives quietly, and turns every blade of grass into a tiny sculpture.'
const tea = 'Warm the pot, take one spoon of leaves for each person, pour boiling water over them, then wait.'
const writer = toText({
  version: 1,
  name: 'Writer',
  stateType: { name: 'State', fields: { output: { type: 'any' } } },
  steps: [{ id: 'say', strategyType: 'output', nodeName: 'Say', config: { template: frost } }],
  layout: { say: [0, 0] },
})

test('what was changed of the agent between two runs is listed; texts that share little stand one after the other', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.importFile('writer.agent.json', writer)
  await studio.run()
  await new RunView(page).allow()
  await expect.poll(() => countStoredEvents(page, 'run-end')).toBe(1)
  await studio.card('say').click()
  await studio.write('Text', tea)
  await page.locator('.react-flow__pane').focus()
  await studio.run()
  await expect.poll(() => countStoredEvents(page, 'run-end')).toBe(2)
  await page.getByRole('button', { name: 'Earlier runs' }).click()
  await page.getByRole('menuitem', { name: 'Compare runs' }).click()
  const dialog = page.getByRole('dialog', { name: 'Compare runs' })
  await expect(dialog.getByRole('status')).toContainText('The agent was changed between them.')
  const output = dialog.getByLabel('What differs').getByRole('region', { name: 'output' })
  await expect(output.getByRole('deletion')).toHaveText(frost)
  await expect(output.getByRole('insertion')).toHaveText(tea)
  await expect(output.getByRole('term')).toHaveText(['First run', 'Second run'])

  await dialog.getByRole('button', { name: 'What was changed' }).click()
  const changed = dialog.getByRole('region', { name: 'What was changed' })
  await expect(changed.getByRole('region', { name: 'Steps' }).getByRole('listitem')).toContainText('Say')
  await expect(changed.getByRole('region')).toHaveCount(1)
  await expect(changed.getByRole('insertion')).toHaveText(tea)
  await changed.getByRole('button', { name: 'Show on the canvas' }).click()
  await expect(page.getByRole('dialog', { name: 'Changes between two runs' })).toBeVisible()
})
