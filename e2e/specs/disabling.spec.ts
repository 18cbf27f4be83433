import { toText } from '../pages/agents.ts'
import { CanvasView } from '../pages/CanvasView.ts'
import { RunView } from '../pages/RunView.ts'
import { expect, test } from '../pages/test.ts'

function write(id: string, nodeName: string) {
  return { id, strategyType: 'set', nodeName, config: { values: [{ field: 'log', value: `{log} ${nodeName}` }] } }
}

const way = (from: string, to: string, exit?: string) => ({ from, to, ...(exit === undefined ? {} : { exit }) })

const agent = toText({
  version: 1,
  name: 'Week',
  stateType: { name: 'State', fields: { log: { type: 'string', default: 'Days:' }, output: { type: 'any' } } },
  steps: [
    write('one', 'Monday'),
    {
      id: 'check',
      strategyType: 'condition',
      nodeName: 'Check',
      config: { branches: [{ name: 'long', when: 'true' }] },
    },
    write('two', 'Tuesday'),
    write('three', 'Wednesday'),
    { id: 'say', strategyType: 'output', nodeName: 'Say', config: { template: '{log}' } },
  ],
  edges: [
    way('START', 'one'),
    way('one', 'check'),
    way('check', 'two', 'long'),
    way('check', 'three', 'else'),
    way('two', 'say'),
    way('three', 'say'),
  ],
  layout: { one: [0, 0], check: [340, 0], two: [680, -120], three: [680, 120], say: [1020, 0] },
})

test('D disables the selected steps: a run passes through them, and says so', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('week.agent.json', agent)
  await studio.card('one').click()
  await studio.card('check').click({ modifiers: ['ControlOrMeta'] })
  await page.keyboard.press('d')
  await expect(page.getByRole('group', { name: 'Monday, disabled' })).toBeVisible()
  await expect(studio.card('check').getByText('Disabled', { exact: true })).toBeVisible()
  expect((await studio.readAgent()).steps.map(({ disabled }) => disabled)).toEqual([true, true, ...Array(3)])

  await studio.run()
  await new RunView(page).allow()
  await studio.expectRun('Done')
  await expect(studio.answer('Say')).toContainText('Days: Wednesday')
  await studio.runPanel.getByRole('tab', { name: 'Timeline' }).click()
  await expect(studio.runPanel.getByTitle('Disabled: passed the state through')).toHaveCount(2)

  await studio.undo()
  await expect(studio.card('check').getByText('Disabled', { exact: true })).toHaveCount(0)
  expect((await studio.readAgent()).steps.some(({ disabled }) => disabled)).toBe(false)
})

test('a step is disabled by its menu, is said to be so in its panel, and is enabled there', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.importFile('week.agent.json', agent)
  await studio.card('one').click({ button: 'right' })
  await new CanvasView(studio).menuItem('Disable').click()
  const note = studio.sidePanel.getByRole('note').filter({ hasText: 'Disabled' })
  await expect(note).toBeVisible()
  await studio.expectSaved()
  await studio.reload()
  await expect(studio.card('one').getByText('Disabled', { exact: true })).toBeVisible()
  await studio.card('one').click()
  await note.getByRole('button', { name: 'Enable' }).click()
  await expect(note).toHaveCount(0)
  await expect(studio.card('one').getByText('Disabled', { exact: true })).toHaveCount(0)
  await studio.sidePanel.getByRole('textbox').first().click()
  await page.keyboard.press('d')
  await expect(studio.card('one').getByText('Disabled', { exact: true })).toHaveCount(0)
})

test('a step whose way on nobody knows is not disabled, and the reason is said', async ({ studio, page }) => {
  const router = {
    id: 'check',
    strategyType: 'router',
    nodeName: 'Choose',
    config: { prompt: '{log}', routes: [{ name: 'long' }, { name: 'else' }] },
  }
  const file = JSON.parse(agent) as { steps: { id: string }[] }
  const steps = file.steps.map((step) => (step.id === 'check' ? router : step))
  await studio.open()
  await studio.importFile('week.agent.json', toText({ ...file, steps }))
  await studio.card('check').click()
  await page.keyboard.press('d')
  await expect(page.getByText('“Choose” cannot be disabled: it has several ways out')).toBeVisible()
  await expect(studio.card('check').getByText('Disabled', { exact: true })).toHaveCount(0)
})
