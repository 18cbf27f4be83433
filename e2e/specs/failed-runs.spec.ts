import { toText } from '../pages/agents.ts'
import { CanvasView } from '../pages/CanvasView.ts'
import { countStoredEvents } from '../pages/countStoredEvents.ts'
import { RunView } from '../pages/RunView.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

const fixedMark = 'Fixed output: runs do not run this step'

function note(id: string, nodeName: string) {
  const values = [{ field: 'log', kind: 'template', value: `{log} ${nodeName}` }]
  return { id, strategyType: 'set', nodeName, config: { values } }
}

/** An agent whose second step fails until the word is right. */
const agent = toText({
  version: 1,
  name: 'Picky',
  stateType: {
    name: 'State',
    fields: {
      word: { type: 'string', input: true, default: 'wrong' },
      log: { type: 'string', default: 'Log:' },
      size: { type: 'integer' },
    },
  },
  steps: [
    note('one', 'Monday'),
    {
      id: 'two',
      strategyType: 'custom',
      nodeName: 'Measure',
      config: {
        code: 'if (state.word === "wrong") throw new Error("That word is wrong")\nreturn { size: state.word.length }',
        writes: ['size'],
      },
    },
    note('three', 'Wednesday'),
  ],
  layout: { one: [0, 0], two: [340, 0], three: [680, 0] },
})

async function failOnce(studio: StudioPage): Promise<RunView> {
  await studio.open()
  await studio.importFile('picky.agent.json', agent)
  const view = new RunView(studio.page)
  await studio.run()
  await view.allow()
  await expect(view.problem).toContainText('That word is wrong')
  return view
}

async function expectState(view: RunView, ...texts: readonly string[]): Promise<void> {
  await view.show('State')
  await view
    .area('Moments')
    .getByRole('button', { name: /^Wednesday/ })
    .click()
  for (const text of texts) await expect(view.area('State')).toContainText(text)
}

test('a failed run is retried from its step after the step was mended; what ran before does not run again', async ({
  studio,
  page,
}) => {
  const view = await failOnce(studio)
  await view.problem.getByRole('button', { name: 'Edit the step' }).click()
  await studio.write('Code', 'return { size: 42 }')
  await view.problem.getByRole('button', { name: 'Retry from here' }).click()
  await expect.poll(() => countStoredEvents(page, 'run-end')).toBe(1)
  await view.show('Timeline')
  await expect(view.area('Executions').getByRole('listitem')).toHaveCount(2)
  await expectState(view, 'Log: Monday Wednesday', '42')
})

test('or with the state written over', async ({ studio, page }) => {
  const view = await failOnce(studio)
  await view.problem.getByRole('button', { name: 'Edit and retry' }).click()
  const dialog = page.getByRole('dialog', { name: 'Run again from Measure' })
  await dialog.getByRole('textbox', { name: 'word' }).fill('seven')
  await dialog.getByRole('button', { name: 'Run from here' }).click()
  await expect.poll(() => countStoredEvents(page, 'run-end')).toBe(1)
  await expectState(view, 'Log: Monday Wednesday', '5')
})

test('or with an output in its place, which the next runs take too, until the step runs again', async ({
  studio,
  page,
}) => {
  const view = await failOnce(studio)
  await view.problem.getByRole('button', { name: 'Give its output and continue' }).click()
  const dialog = page.getByRole('dialog', { name: 'The output of Measure' })
  await dialog.getByRole('textbox', { name: 'size' }).fill('many')
  await dialog.getByRole('button', { name: 'Use it and continue' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('Write a whole number, such as 3.')
  await dialog.getByRole('textbox', { name: 'size' }).fill('99')
  await dialog.getByRole('button', { name: 'Use it and continue' }).click()
  await expect.poll(() => countStoredEvents(page, 'run-end')).toBe(1)
  await expectState(view, 'Log: Monday Wednesday', '99')
  await expect(studio.card('two').getByLabel(fixedMark)).toBeVisible()
  await view.show('Timeline')
  await expect(view.area('Executions').getByRole('button', { name: /^Measure.*fixed output/ })).toBeVisible()

  await studio.run()
  await expect.poll(() => countStoredEvents(page, 'run-end')).toBe(2)
  await view.show('Run')
  await expect(studio.answer('Measure')).toContainText('99')
  await expect(studio.answer('Measure')).toContainText('fixed output')
  await studio.card('two').click()
  await studio.sidePanel.getByRole('note').getByRole('button', { name: 'Remove the fixed output' }).click()
  await expect(studio.card('two').getByLabel(fixedMark)).toHaveCount(0)
  await studio.run()
  await view.show('Run')
  await expect(view.problem).toContainText('That word is wrong')
})

test('the output of a step is fixed in the timeline or by the menu, kept over a reload, and not in the file', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.importFile('picky.agent.json', agent)
  const view = new RunView(page)
  await studio.giveInput('word', 'seven')
  await studio.run()
  await view.allow()
  await studio.expectRun('Done')
  await view.show('Timeline')
  await view
    .area('Executions')
    .getByRole('button', { name: /^Measure/ })
    .click()
  await view.area('Execution of Measure').getByRole('button', { name: 'Use this output' }).click()
  await expect(studio.card('two').getByLabel(fixedMark)).toBeVisible()
  await expect.poll(() => readKept(studio)).toContain('"size":5')
  const { text } = await studio.exportFile()
  expect(JSON.parse(text)).toEqual(JSON.parse(agent))
  await studio.reload()
  await expect(studio.card('two').getByLabel(fixedMark)).toBeVisible()
  await view.show('Run')
  await studio.giveInput('word', 'wrong')
  await studio.run()
  await expect.poll(() => countStoredEvents(page, 'run-end')).toBe(2)
  await studio.card('two').click({ button: 'right' })
  await new CanvasView(studio).menuItem('Use its last output in the next runs').click()
  await expect(studio.card('two').getByLabel(fixedMark)).toHaveCount(0)
})

test('of a step of a called agent, too: it is then taken wherever that agent is called', async ({ studio, page }) => {
  const note = (id: string, nodeName: string) => {
    const values = [{ field: 'log', kind: 'template', value: `{log} ${nodeName}` }]
    return { id, strategyType: 'set', nodeName, config: { values } }
  }
  const week = (id: string) => {
    const config = { agent: 'days', outputs: [{ output: 'log', field: 'log' }] }
    return { id, strategyType: 'subagent', nodeName: id, config }
  }
  await studio.open()
  await studio.importFile(
    'weeks.agent.json',
    toText({
      version: 1,
      name: 'Weeks',
      stateType: { name: 'State', fields: { log: { type: 'string', default: 'Notes:' } } },
      steps: [week('first'), week('second')],
      agents: {
        days: {
          name: 'Days',
          stateType: { name: 'Days', fields: { log: { type: 'string', input: true } } },
          steps: [note('one', 'Monday')],
          layout: { one: [0, 0] },
        },
      },
      layout: { first: [0, 0], second: [340, 0] },
    }),
  )
  const view = new RunView(page)
  await studio.run()
  await view.allow()
  await studio.expectRun('Done')
  await view.show('Timeline')
  const monday = view.area('Executions').getByRole('button', { name: /^Monday/ })
  await monday.first().click()
  await view.area('Execution of Monday').getByRole('button', { name: 'Use this output' }).click()
  await expect(studio.card('one').getByLabel(fixedMark)).toBeVisible()
  await expect.poll(() => readKept(studio)).toContain('days/one')
  await studio.run()
  await expect.poll(() => countStoredEvents(page, 'run-end')).toBe(2)
  await view.show('State')
  await expect(view.area('State')).toContainText('Notes: Monday')
  await expect(view.area('State')).not.toContainText('Monday Monday')
  // The cards of the steps that call it say so, and lead there.
  await page.getByRole('navigation', { name: 'Opened agents' }).getByRole('button', { name: 'Weeks' }).click()
  await expect(studio.card('first').getByRole('button', { name: '1 fixed output within' })).toBeVisible()
  await studio.card('second').getByRole('button', { name: '1 fixed output within' }).click()
  await expect(studio.card('one')).toHaveClass(/selected/)
  const fixedNote = studio.sidePanel.getByRole('note')
  await expect(fixedNote).toContainText('wherever this agent is called')
  await fixedNote.getByRole('button', { name: 'Remove the fixed output' }).click()
  await expect(studio.card('one').getByLabel(fixedMark)).toHaveCount(0)
})

test('of a step that writes nothing there is no output to give, and that is said', async ({ studio }) => {
  await studio.open()
  const steps = [{ id: 'ask', strategyType: 'http', nodeName: 'Ask', config: { url: 'http://127.0.0.1:9/' } }]
  const stateType = { name: 'State', fields: { log: { type: 'string' } } }
  await studio.importFile(
    'asks.agent.json',
    toText({ version: 1, name: 'Asks', stateType, steps, layout: { ask: [0, 0] } }),
  )
  const view = new RunView(studio.page)
  await studio.run()
  await view.allow()
  await studio.expectRun('Failed')
  const give = view.problem.getByRole('button', { name: 'Give its output and continue' })
  await expect(give).toBeDisabled()
  await expect(give).toHaveAccessibleDescription('It writes no field: there is no output to give.')
})

/** What the browser keeps of fixed outputs, as text. */
function readKept({ page }: StudioPage): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('petal-studio')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('settings').objectStore('settings').get('fixed-outputs')
          reading.onsuccess = () => {
            opening.result.close()
            resolve(JSON.stringify(reading.result ?? null))
          }
        }
      }),
  )
}
