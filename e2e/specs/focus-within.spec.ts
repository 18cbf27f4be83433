import type { Locator, Page } from '@playwright/test'
import { toText } from '../pages/agents.ts'
import { CanvasView } from '../pages/CanvasView.ts'
import { chainAgent } from '../pages/drawnAgents.ts'
import { RunView } from '../pages/RunView.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

/** What has the focus within this; a dialog as a whole, or a panel, is no control. */
function focusedIn(place: Locator): Locator {
  return place.locator(':is(button, input, textarea, [role="tab"], [contenteditable]):focus')
}

async function begin(studio: StudioPage, agent: string): Promise<void> {
  await studio.open()
  await studio.importFile('some.agent.json', agent)
}

const approvals = toText({
  version: 1,
  name: 'Approvals',
  stateType: { name: 'State', fields: { why: { type: 'string' } } },
  steps: ['first', 'second'].map((id) => ({
    id,
    strategyType: 'human',
    nodeName: id,
    config: { title: 'Go on?', text: 'Go on?', writes: 'why' },
  })),
  edges: [
    { from: 'START', to: 'first' },
    { from: 'first', exit: 'approved', to: 'second' },
  ],
  layout: { first: [0, 0], second: [340, 0] },
})

async function answerAll(studio: StudioPage, press: (button: Locator) => Promise<void>): Promise<void> {
  await begin(studio, approvals)
  const view = new RunView(studio.page)
  await studio.run()
  await view.allow()
  await press(view.question('first').getByRole('button', { name: 'Approve' }))
  await expect(focusedIn(view.question('second'))).toHaveCount(1)
  await press(view.question('second').getByRole('button', { name: 'Approve' }))
  await studio.expectRun('Done')
  await expect(focusedIn(studio.runPanel)).toHaveCount(1)
}

test('an answer leaves the focus to the next question, and the last one in the panel', async ({ studio }) => {
  await answerAll(studio, (button) => button.press('Enter'))
})

test('an answer by pointer does so, too', async ({ studio }) => {
  await answerAll(studio, (button) => button.click())
})

test('the button that runs has the focus while it runs and when it is done', async ({ studio, page }) => {
  await begin(studio, chainAgent)
  const view = new RunView(page)
  const bar = page.getByRole('banner')
  await bar.getByRole('button', { name: 'Run', exact: true }).press('Enter')
  await view.allow()
  await studio.expectRun('Done')
  await expect(bar.getByRole('button', { name: 'Run', exact: true })).toBeFocused()
})

test('a test that is run from its row leaves the focus in the list of tests', async ({ studio, page }) => {
  await studio.open()
  await studio.openExample('Greeter')
  await studio.giveInput('name', 'Ada')
  await studio.runToEnd()
  await page.getByRole('button', { name: 'Earlier runs' }).click()
  await page.getByRole('menuitem', { name: 'Save this run as a test' }).click()
  await page.getByRole('button', { name: 'Keep the test' }).click()
  const tests = page.getByRole('dialog', { name: 'Tests' })
  const row = tests.getByRole('listitem')
  await row.getByRole('button', { name: 'Run', exact: true }).press('Enter')
  await expect(row.getByText('Passed', { exact: true })).toBeVisible()
  await expect(focusedIn(tests)).toHaveCount(1)
})

test('a problem that its button mends leaves the focus in the panel', async ({ studio, page }) => {
  await begin(studio, chainAgent)
  await studio.card('second').click()
  await studio.write('Value', 'Two {txet}')
  await page.getByRole('button', { name: /^Problems: 1 error/ }).click()
  await studio.sidePanel.getByRole('button', { name: 'Replace with {text}' }).press('Enter')
  await expect(studio.sidePanel.getByText('No problems')).toBeVisible()
  await expect(focusedIn(studio.sidePanel)).toHaveCount(1)
})

test('a model of its own is chosen where the button for it stood', async ({ studio }) => {
  await studio.open()
  await studio.openExample('Greeter')
  await studio.cards.first().click()
  await studio.sidePanel.getByRole('button', { name: 'Choose another' }).press('Enter')
  await expect(studio.sidePanel.getByRole('button', { name: 'Choose another' })).toBeHidden()
  await expect(focusedIn(studio.sidePanel)).toHaveCount(1)
})

test('an agent that is opened in place, and left, has the focus on a card', async ({ studio, page }) => {
  await studio.open()
  await studio.openExample('Writer with a fact check')
  const trail = page.getByRole('navigation', { name: 'Opened agents' })
  await studio.card('check').dblclick()
  await expect(trail).toBeVisible()
  await expectCardFocused(page)
  await trail.getByRole('button', { name: 'Back' }).click()
  await expect(trail).toBeHidden()
  await expectCardFocused(page)
})

test('names that are written over leave the focus to what is in hand', async ({ studio, page }) => {
  await begin(studio, chainAgent)
  await studio.card('second').click()
  const name = page.getByRole('textbox', { name: 'Agent name' })
  await name.fill('Chain of three')
  await name.press('Enter')
  await expect(studio.card('second')).toBeFocused()
  await expect(name).toHaveValue('Chain of three')
})

test('Escape leaves a field of the step for its card', async ({ studio, page }) => {
  await begin(studio, chainAgent)
  await studio.card('second').click()
  await studio.write('Value', 'Two {text}')
  await page.keyboard.press('Escape')
  await expect(studio.card('second')).toBeFocused()
  await expect(studio.card('second')).toHaveClass(/selected/)
})

test('a step that is added by key has the focus: its form where something is to be filled in, or else its card', async ({
  studio,
  page,
}) => {
  await begin(studio, chainAgent)
  const canvas = new CanvasView(studio)
  await studio.card('second').click()
  await studio.card('second').focus()
  for (const [title, id] of [
    ['LLM', 'llm'],
    ['Sub-agent', 'subagent'],
  ] as const) {
    await page.keyboard.press('n')
    await expect(canvas.picker.getByRole('combobox')).toBeFocused()
    await page.keyboard.insertText(title)
    await page.keyboard.press('Enter')
    await expect(studio.card(id)).toHaveClass(/selected/)
    if (id === 'llm') {
      await expect(studio.setting('Prompt')).toBeFocused()
      await page.keyboard.insertText(' In one line.')
      await expect(studio.setting('Prompt')).toHaveText(/\} In one line\.$/)
      await page.keyboard.press('Escape')
    }
    await expect(studio.card(id)).toBeFocused()
  }
})

test('also in an agent that was opened after another one', async ({ studio, page }) => {
  await begin(studio, chainAgent)
  const canvas = new CanvasView(studio)
  const add = async () => {
    await page.keyboard.press('n')
    await canvas.chooseInPicker('LLM')
    await expect(studio.setting('Prompt')).toBeFocused()
  }
  await studio.card('second').click()
  await add()
  await page.keyboard.press('Escape')
  await expect(studio.card('llm')).toBeFocused()
  await add()
  await studio.newAgent()
  // Keys belong to the library until it has closed.
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await add()
})

test('Tab takes the card it comes to in hand', async ({ studio, page }) => {
  await begin(studio, chainAgent)
  await studio.startCard.focus()
  for (const id of ['first', 'second']) {
    await page.keyboard.press('Tab')
    await expect(studio.card(id)).toBeFocused()
    await expect(studio.card(id)).toHaveClass(/selected/)
  }
  await page.keyboard.press('d')
  await expect(studio.card('second').getByText('Disabled')).toBeVisible()
})

test('a card that goes leaves the focus to its neighbour, or to the group it is shut in', async ({ studio, page }) => {
  await begin(studio, chainAgent)
  await studio.card('second').click()
  await page.keyboard.press('Delete')
  await expect(studio.card('second')).toHaveCount(0)
  await expect(studio.card('first')).toBeFocused()
  await studio.card('first').click()
  await page.keyboard.press('ControlOrMeta+g')
  await expect(page.getByRole('button', { name: 'Collapse Group' })).toBeVisible()
  await page.keyboard.press('Shift+G')
  await expect(page.getByRole('button', { name: /^Group .*, 1 step/ })).toBeFocused()
})

async function expectCardFocused(page: Page): Promise<void> {
  await expect(page.locator('.react-flow__node:focus')).toHaveCount(1)
}
