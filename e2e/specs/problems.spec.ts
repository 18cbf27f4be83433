import { toText } from '../pages/agents.ts'
import { CanvasView } from '../pages/CanvasView.ts'
import { chainAgent, choiceAgent } from '../pages/drawnAgents.ts'
import { RunView } from '../pages/RunView.ts'
import { expect, test } from '../pages/test.ts'

test.use({ viewport: { width: 1920, height: 1080 } })

test('badge, field and list say the same words, and the bar counts them', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await studio.card('second').click()
  await studio.write('Value', 'Two {missing}')
  const badge = studio.card('second').getByRole('button', { name: /missing/ })
  await expect(badge).toBeVisible()
  const words = (await badge.getAttribute('aria-label')) ?? ''
  expect(words).toContain('"Second" uses {missing}, but the state has no field missing.')
  await expect(studio.sidePanel.getByRole('tabpanel').getByText(words)).toBeVisible()
  await page.getByRole('button', { name: 'Problems: 1 error' }).click()
  const row = studio.sidePanel.getByRole('region', { name: 'Stops the run' }).getByRole('listitem')
  await expect(row).toHaveCount(1)
  await expect(row).toContainText(words)
  // Where it is: in the words of the form, not of the file.
  await expect(row).toContainText('Second · Values 1 › Value')
})

test('a click on a problem selects the step and puts the focus where it can be mended', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await studio.card('second').click()
  await studio.write('Value', 'Two {missing}')
  await new CanvasView(studio).leaveFields()
  await studio.card('first').click()
  await page.getByRole('button', { name: /^Problems: 1 error/ }).click()
  await studio.sidePanel.getByRole('button', { name: /has no field missing/ }).click()
  await expect(studio.card('second')).toHaveClass(/selected/)
  await expect(studio.setting('Value')).toBeFocused()
  await new CanvasView(studio).leaveFields()
  await studio.card('first').click()
  await studio
    .card('second')
    .getByRole('button', { name: /missing/ })
    .click()
  await expect(studio.card('second')).toHaveClass(/selected/)
  await expect(studio.setting('Value')).toBeFocused()
})

test('the button of a problem mends it, as one undo entry', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await studio.card('second').click()
  await studio.write('Value', 'Two {txet}')
  await page.getByRole('button', { name: /^Problems: 1 error/ }).click()
  await studio.sidePanel.getByRole('button', { name: 'Replace with {text}' }).click()
  await expect(studio.sidePanel.getByText('No problems')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Problems: No problems' })).toBeVisible()
  await studio.undo()
  await expect(studio.sidePanel.getByRole('button', { name: 'Replace with {text}' })).toBeVisible()
})

test('what nothing leads to is worth a look, and does not stop the run', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('choice.agent.json', choiceAgent)
  await page.getByRole('button', { name: 'Problems: 1 warning' }).click()
  const row = studio.sidePanel.getByRole('region', { name: 'Worth a look' }).getByRole('listitem')
  await expect(row).toContainText('Loose')
  await expect(studio.card('loose').getByRole('button', { name: /Loose/ })).toBeVisible()
})

test('Run lists what would stop it, and a click goes to the field', async ({ studio }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await studio.card('second').click()
  await studio.write('Value', 'Two {missing}')
  await studio.card('first').click()
  await studio.run()
  const obstacle = studio.runPanel.getByRole('button', { name: /has no field missing/ })
  await expect(obstacle).toBeVisible()
  await obstacle.click()
  await expect(studio.card('second')).toHaveClass(/selected/)
  await expect(studio.setting('Value')).toBeFocused()
})

test('what keeps an agent from running follows the agent, and goes away when it is mended', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await studio.card('second').click()
  await studio.write('Value', 'Two {txet} {missing}')
  await studio.run()
  const box = studio.runPanel.getByRole('alert')
  await expect(box).toContainText('2 things keep this agent from running')
  await expect(box.getByRole('listitem').first()).toContainText('Second · Values 1 › Value')
  await box.getByRole('button', { name: 'Replace with {text}' }).click()
  await expect(box).toContainText('One thing keeps this agent from running')
  await expect(studio.setting('Value')).toContainText('Two {text} {missing}')
  await studio.write('Value', 'Two {text}')
  await expect(box).toBeHidden()
  // New problems are told in the list; the box waits for the next try.
  await studio.write('Value', 'Two {txet}')
  await expect(page.getByRole('button', { name: 'Problems: 1 error' })).toBeVisible()
  await expect(box).toBeHidden()
})

test('while one types, a half-written word is not complained about until typing rests', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await studio.card('first').click()
  await studio.setting('Value').click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' {')
  await page.keyboard.type('question}')
  await expect(page.getByRole('button', { name: 'Problems: No problems' })).toBeVisible()
})

/** Code, then a draft that names what a person answers only after it; rejected, it is drafted anew. */
const loopAgent = toText({
  version: 1,
  name: 'Loop',
  stateType: { name: 'LoopState', fields: { sum: { type: 'any' }, draft: { type: 'any' }, feedback: { type: 'any' } } },
  steps: [
    { id: 'sum', strategyType: 'custom', nodeName: 'Sum', config: { code: 'return { sum: 1 }' } },
    {
      id: 'draft',
      strategyType: 'set',
      nodeName: 'Draft',
      config: { values: [{ field: 'draft', value: 'Draft after {feedback}' }] },
    },
    { id: 'ask', strategyType: 'human', nodeName: 'Ask', config: { text: '{draft}', writes: 'feedback' } },
  ],
  edges: [
    { from: 'START', to: 'sum' },
    { from: 'sum', to: 'draft' },
    { from: 'draft', to: 'ask' },
    { from: 'ask', exit: 'rejected', to: 'draft' },
    { from: 'ask', exit: 'approved', to: 'END' },
  ],
})

test('a field that is read before it is written gets a start value, as one undo entry, and the run goes on', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.importFile('loop.agent.json', loopAgent)
  await page.getByRole('button', { name: 'Problems: 1 warning' }).click()
  const row = studio.sidePanel.getByRole('region', { name: 'Worth a look' }).getByRole('listitem')
  await expect(row).toContainText('{feedback} may have no value yet when "Draft" runs: "Ask" writes it')
  await row.getByRole('button', { name: 'Give feedback a start value: an empty text' }).click()
  await expect(page.getByRole('button', { name: 'Problems: No problems' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo: Give feedback a start value' })).toBeVisible()
  await studio.undo()
  await expect(row).toHaveCount(1)
  await studio.redo()
  await studio.run()
  const view = new RunView(page)
  await view.allow()
  await expect(view.question('Ask')).toContainText('Draft after')
})
