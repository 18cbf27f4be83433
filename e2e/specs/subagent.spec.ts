import { expect, type Page } from '@playwright/test'
import { CanvasView } from '../pages/CanvasView.ts'
import { chainAgent } from '../pages/drawnAgents.ts'
import { RunView } from '../pages/RunView.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { test } from '../pages/test.ts'

test.use({ viewport: { width: 1600, height: 1000 } })

/** The way to the agent that is opened in place. */
function trail(page: Page) {
  return page.getByRole('navigation', { name: 'Opened agents' })
}

async function openFactCheck(studio: StudioPage): Promise<void> {
  await studio.open()
  await studio.openExample('Writer with a fact check')
  await studio.card('check').dblclick()
  await expect(trail(studio.page)).toContainText('Fact check')
}

test('a sub-agent is added, its agent made, opened, edited, and undone across the levels, also after a reload', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.newAgent()
  await page.getByRole('button', { name: 'Add Sub-agent', exact: true }).click()
  await expect(studio.card('subagent')).toBeVisible()
  await studio.sidePanel.getByRole('button', { name: 'New agent' }).click()
  await expect(studio.sidePanel.getByRole('combobox', { name: 'Agent' })).toHaveText('New agent')
  await studio.sidePanel.getByRole('button', { name: 'Open this agent' }).click()
  await expect(trail(page)).toContainText('Untitled agent')
  await expect(studio.cards).toHaveCount(0)

  await page.getByRole('button', { name: 'Add Ask a model', exact: true }).click()
  await expect(studio.card('llm')).toBeVisible()
  await studio.write('Prompt', 'Answer {question}')
  await expect(studio.setting('Prompt')).toContainText('Answer {question}')

  await new CanvasView(studio).leaveFields()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(trail(page)).toBeHidden()
  await expect(studio.card('subagent')).toBeVisible()
  // Undo goes to where the change was.
  await studio.undo()
  await expect(trail(page)).toContainText('New agent')
  await studio.redo()
  await studio.card('llm').click()
  await expect(studio.setting('Prompt')).toContainText('Answer {question}')

  await studio.expectSaved()
  await studio.reload()
  await expect(trail(page)).toContainText('New agent')
  await expect(studio.card('llm')).toBeVisible()
  await studio.undo()
  await studio.undo()
  await expect(studio.cards).toHaveCount(0)
  await studio.undo()
  await expect(trail(page)).toBeHidden()
  await expect(studio.card('subagent')).toBeVisible()
})

test('a run shows what its sub-agent does: on the card, inside, and in the timeline', async ({ studio, page }) => {
  await openFactCheck(studio)
  await expect(studio.card('claims')).toBeVisible()
  await page.keyboard.press('Escape')
  await studio.runToEnd()
  await expect(studio.card('check').getByLabel('Done')).toBeVisible()
  await studio.card('check').dblclick()
  await expect(studio.card('claims').getByLabel('Done')).toBeVisible()
  await expect(studio.card('judge').getByLabel('Done')).toBeVisible()

  const run = new RunView(page)
  await page.keyboard.press('Escape')
  await run.show('Timeline')
  const rows = run.area('Executions').getByRole('listitem')
  await expect(rows).toHaveCount(6)
  await run.area('Executions').getByRole('button', { name: 'Steps within Check the facts' }).click()
  await expect(rows).toHaveCount(4)
  await run.area('Executions').getByRole('button', { name: 'Steps within Check the facts' }).click()
  // A click on an inner execution opens its agent and selects its step.
  await rows.filter({ hasText: 'Judge them' }).getByRole('button').click()
  await expect(trail(page)).toContainText('Fact check')
  await expect(studio.card('judge')).toHaveClass(/selected/)
  await run.show('State')
  await expect(run.area('State')).toContainText('report')
  await run.show('Usage')
  await expect(run.area('Usage').getByRole('row')).toHaveCount(3)
  await run.area('Usage').getByRole('button', { name: 'Show the whole run' }).click()
  await expect(run.area('Usage').getByRole('row').filter({ hasText: 'Judge them' })).toHaveCount(1)
  await expect(run.area('Usage').getByText('Only Judge them')).toHaveCount(0)
})

test('a problem within an agent leads to its field', async ({ studio, page }) => {
  await openFactCheck(studio)
  await studio.card('judge').click()
  await studio.write('Prompt', 'Review {clams}')
  await trail(page).getByRole('button', { name: 'Writer with a fact check' }).click()
  await studio.sidePanel.getByRole('tab', { name: /^Problems/ }).click()
  await studio.sidePanel.getByRole('button', { name: /clams.*Fact check/s }).click()
  await expect(trail(page)).toContainText('Fact check')
  await expect(studio.setting('Prompt')).toContainText('{clams}')
})

test('steps are made a sub-agent and put back; what cannot be is refused with the reason', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  const before = (await studio.exportFile()).text
  await studio.card('first').click()
  await studio.card('third').click({ modifiers: ['Shift'] })
  await page.keyboard.press('Shift+Alt+a')
  await expect(page.getByText(/one way in/)).toBeVisible()

  await page.keyboard.press('Escape')
  await studio.card('first').click()
  await studio.card('second').click({ modifiers: ['Shift'] })
  await studio.card('second').click({ button: 'right' })
  await new CanvasView(studio).menuItem('Make sub-agent').click()
  await expect(studio.card('part')).toBeVisible()
  await expect(studio.card('first')).toBeHidden()
  const file = JSON.parse((await studio.exportFile()).text)
  expect(file.agents.part.steps).toHaveLength(2)

  await studio.undo()
  expect((await studio.exportFile()).text).toBe(before)
  await studio.redo()
  await studio.card('part').click({ button: 'right' })
  await new CanvasView(studio).menuItem('Dissolve sub-agent').click()
  await expect(studio.card('first')).toBeVisible()
  expect(JSON.parse((await studio.exportFile()).text).steps).toEqual(JSON.parse(before).steps)
})

test('a file with agents goes out and comes in unchanged, and its list is kept in order', async ({ studio, page }) => {
  await openFactCheck(studio)
  const { text } = await studio.exportFile()
  await studio.importFile('again.agent.json', text)
  expect((await studio.exportFile()).text).toBe(text)

  await studio.sidePanel.getByRole('tab', { name: 'Agent' }).click()
  const list = studio.sidePanel.getByRole('region', { name: 'Agents of this file' })
  await list.getByRole('button', { name: 'More about Fact check' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await list.getByRole('textbox', { name: 'New name of Fact check' }).fill('Verifier')
  await page.keyboard.press('Enter')
  await expect(list).toContainText('Verifier')
  const renamed = JSON.parse((await studio.exportFile()).text)
  expect(Object.keys(renamed.agents)).toEqual(['verifier'])
  expect(renamed.steps[1].config.agent).toBe('verifier')

  await list.getByRole('button', { name: 'Take from the library' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Writer with a fact check/ })
    .click()
  await expect(trail(page)).toContainText('Writer with a fact check')
  const taken = JSON.parse((await studio.exportFile()).text)
  expect(Object.keys(taken.agents)).toEqual(['verifier', 'writer-with-a-fact-check', 'fact-check'])
})

/** Runs an agent once for each of three words. */
const words = JSON.stringify({
  version: 1,
  name: 'Words',
  stateType: {
    name: 'WordsState',
    fields: {
      words: { type: 'array', input: true, default: ['one', 'two', 'three'] },
      loud: { type: 'array' },
    },
  },
  steps: [
    {
      id: 'each',
      strategyType: 'map',
      nodeName: 'Each',
      config: { over: 'words', agent: 'shout', itemField: 'word', output: 'loud', writes: 'loud' },
    },
  ],
  agents: {
    shout: {
      name: 'Shout',
      stateType: { name: 'ShoutState', fields: { word: { type: 'string', input: true }, loud: { type: 'string' } } },
      steps: [
        {
          id: 'raise',
          strategyType: 'set',
          nodeName: 'Raise',
          config: { values: [{ field: 'loud', value: '{word}!' }] },
        },
      ],
    },
  },
})

test('of several runs of an agent the one to look at is chosen', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('words.agent.json', words)
  await studio.run()
  await new RunView(page).allow()
  await studio.expectRun('Done')
  await studio.card('each').dblclick()
  const picker = trail(page).getByRole('combobox', { name: 'Run to show' })
  await expect(picker).toContainText('Run 3 of 3')
  await picker.click()
  await page.getByRole('option', { name: 'Run 1 of 3' }).click()
  await expect(picker).toContainText('Run 1 of 3')
  await expect(studio.card('raise').getByLabel('Done')).toBeVisible()
})
