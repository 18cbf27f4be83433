import { CanvasView } from '../pages/CanvasView.ts'
import { chainAgent, choiceAgent } from '../pages/drawnAgents.ts'
import { serveEveryField } from '../pages/everyField.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

test.use({ viewport: { width: 1920, height: 1080 } })

async function addTo(studio: StudioPage, title: string): Promise<void> {
  await studio.page.getByRole('button', { name: `Add ${title}`, exact: true }).click()
  await expect(studio.sidePanel.getByRole('textbox', { name: 'Name of the step' })).toBeVisible()
}

/** The settings of one step as the file has them. */
async function settingsOf(studio: StudioPage, id: string): Promise<Readonly<Record<string, unknown>>> {
  const { steps } = await studio.readAgent()
  return steps.find((step) => step.id === id)?.config ?? {}
}

test('every kind of field takes what it is given, and the file has it', async ({ studio, page }) => {
  test.setTimeout(120_000)
  await serveEveryField(page)
  await studio.open()
  await studio.newAgent()
  await addTo(studio, 'Every field')
  const form = studio.sidePanel
  await expect(studio.setting('Subject')).toHaveAttribute('aria-required', 'true')
  await expect(studio.setting('Note')).not.toHaveAttribute('aria-required', 'true')
  await expect(form.getByTitle('Required')).toHaveCount(1)
  await studio.setting('Subject').fill('bees')
  await studio.setting('Note').fill('two\nlines')
  await studio.write('Ask', 'Tell me of {question}')
  await studio.write('Rule', 'length(question) > 3')
  await studio.write('Script', 'return 1')
  await studio.setting('Count').fill('4')
  await form.getByRole('slider', { name: /^Warmth/ }).press('ArrowRight')
  await expect(studio.setting('Warmth')).toHaveValue('0.6')
  await form.getByRole('switch', { name: 'Loud' }).click()
  await expect(studio.setting('Ribbon')).toBeHidden()
  await form.getByRole('combobox', { name: 'Mode' }).click()
  await page.getByRole('option', { name: 'Fancy' }).click()
  await studio.setting('Ribbon').fill('red')
  await form.getByRole('combobox', { name: 'Target' }).fill('que')
  await page.getByRole('option', { name: /question/ }).click()
  await form.getByRole('combobox', { name: 'Secret' }).fill('my-key')
  await form.getByRole('button', { name: 'Add people' }).click()
  await form
    .getByRole('group', { name: /^People/ })
    .getByRole('textbox', { name: 'Name' })
    .fill('Ada')
  await form.getByRole('button', { name: 'Add tag' }).click()
  await form.getByRole('textbox', { name: 'tag 1' }).fill('first')
  await form.getByRole('textbox', { name: 'tag 1' }).press('Enter')
  await page.keyboard.type('second')
  await form.getByRole('button', { name: 'Add header' }).click()
  await form.getByRole('textbox', { name: 'Name of header' }).fill('accept')
  await form.getByRole('textbox', { name: 'Value of accept' }).fill('text/plain')
  await studio.setting('City').fill('Bern')
  await studio.write('Extra', '{"deep": [1, 2]}')
  await form.getByRole('button', { name: 'Advanced' }).click()
  await studio.setting('Depth').fill('8')
  await studio.setting('Depth').blur()

  expect(await settingsOf(studio, 'every')).toEqual({
    subject: 'bees',
    note: 'two\nlines',
    ask: 'Tell me of {question}',
    rule: 'length(question) > 3',
    script: 'return 1',
    count: 4,
    warmth: 0.6,
    loud: true,
    mode: 'fancy',
    ribbon: 'red',
    target: 'question',
    secret: 'my-key',
    people: [{ name: 'Ada' }],
    tags: ['first', 'second'],
    headers: { accept: 'text/plain' },
    place: { city: 'Bern' },
    extra: { deep: [1, 2] },
    depth: 8,
  })
})

test('the first empty required field of a new step has the focus, and says what it wants', async ({ studio, page }) => {
  await serveEveryField(page)
  await studio.open()
  await studio.newAgent()
  await addTo(studio, 'Every field')
  await expect(studio.setting('Subject')).toBeFocused()
  await expect(studio.setting('Subject')).toHaveAccessibleDescription(/missing/)
  await page.keyboard.type('bees')
  await expect(studio.setting('Subject')).not.toHaveAccessibleDescription(/missing/)
})

test('what a new step wants is no error before one has left it, or tried to run', async ({ studio, page }) => {
  await serveEveryField(page)
  await studio.open()
  await studio.newAgent()
  await addTo(studio, 'Every field')
  await expect(page.getByRole('button', { name: 'Problems: 1 error' })).toBeVisible()
  await expect(studio.setting('Subject')).not.toHaveAttribute('aria-invalid', 'true')
  await studio.run()
  await expect(studio.setting('Subject')).toHaveAttribute('aria-invalid', 'true')
  await studio.undo()
  await addTo(studio, 'Every field')
  await expect(studio.setting('Subject')).not.toHaveAttribute('aria-invalid', 'true')
  await studio.startCard.click()
  await studio.card('every').click()
  await expect(studio.setting('Subject')).toHaveAttribute('aria-invalid', 'true')
})

test('numbers: letters and fractions are not taken, limits are told, arrow keys step', async ({ studio, page }) => {
  await serveEveryField(page)
  await studio.open()
  await studio.newAgent()
  await addTo(studio, 'Every field')
  await studio.setting('Subject').fill('bees')
  const count = studio.setting('Count')
  await count.fill('many')
  await expect(studio.sidePanel.getByText('Not taken yet: "many" is not a number.')).toBeVisible()
  await expect(count).toHaveAttribute('aria-invalid', 'true')
  await count.fill('1.5')
  await expect(studio.sidePanel.getByText('Not taken yet: write a whole number.')).toBeVisible()
  await count.fill('3')
  await count.press('ArrowUp')
  await expect(count).toHaveValue('4')
  await count.press('Shift+ArrowUp')
  await expect(count).toHaveValue('9')
  await count.fill('12')
  await count.blur()
  await expect(count).toHaveAttribute('aria-invalid', 'true')
  await count.fill('')
  await count.blur()
  await expect(count).not.toHaveAttribute('aria-invalid', 'true')
  expect(await settingsOf(studio, 'every')).toEqual({ subject: 'bees' })
})

test('advanced settings are folded away, with a dot when one differs, and can be reset', async ({ studio }) => {
  await studio.open()
  await studio.newAgent()
  await addTo(studio, 'Ask a model')
  const form = studio.sidePanel
  const advanced = form.getByRole('button', { name: /^Advanced/ })
  const history = form.getByRole('switch', { name: 'Send the conversation' })
  await expect(history).toBeHidden()
  const dot = form.getByRole('img', { name: 'something here differs from its default' })
  await expect(dot).toBeHidden()
  await advanced.click()
  await history.click()
  await expect(history).not.toBeChecked()
  await advanced.click()
  await expect(history).toBeHidden()
  await expect(dot).toBeVisible()
  expect(await settingsOf(studio, 'llm')).toMatchObject({ useHistory: false })
  await advanced.click()
  await history.hover()
  await form.getByRole('button', { name: 'Reset to true' }).click()
  await expect(history).toBeChecked()
  expect(await settingsOf(studio, 'llm')).not.toHaveProperty('useHistory')
})

test('a model of the step’s own: provider, model, warmth, length, address; and back to the agent’s', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.newAgent()
  await addTo(studio, 'Ask a model')
  const model = studio.sidePanel.getByRole('group', { name: 'Model' })
  await model.getByRole('button', { name: 'Choose another' }).click()
  await model.getByRole('combobox', { name: 'Provider' }).click()
  await page.getByRole('option', { name: /^OpenAI/ }).click()
  await model.getByRole('combobox', { name: 'Model' }).fill('my-own-model')
  await model.getByRole('textbox', { name: 'Temperature' }).fill('0.7')
  await expect(model.getByRole('slider')).toHaveAttribute('aria-valuenow', '0.7')
  await model.getByRole('button', { name: 'More model settings' }).click()
  await model.getByRole('textbox', { name: 'Longest answer' }).fill('500')
  await model.getByRole('textbox', { name: 'Base URL' }).fill('http://localhost:11434/v1')
  await model.getByRole('textbox', { name: 'Base URL' }).blur()
  expect(await settingsOf(studio, 'llm')).toMatchObject({
    llmConfig: {
      provider: 'openai',
      model: 'my-own-model',
      temperature: 0.7,
      maxTokens: 500,
      baseUrl: 'http://localhost:11434/v1',
    },
  })
  await model.getByRole('button', { name: /^Use the model of/ }).click()
  await expect(model.getByText('Practice model')).toBeVisible()
  expect(await settingsOf(studio, 'llm')).not.toHaveProperty('llmConfig')
})

test('JSON that cannot be read is not taken, and says where it breaks off', async ({ studio }) => {
  await studio.open()
  await studio.newAgent()
  await addTo(studio, 'Ask a model')
  await studio.sidePanel.getByRole('button', { name: /^Advanced/ }).click()
  await studio.write('JSON Schema', '{"type": ')
  await expect(studio.sidePanel.getByText(/^Not taken yet/)).toBeVisible()
  await studio.write('JSON Schema', '{"type": "object", "properties": {"mood": {"type": "string"}}}')
  await expect(studio.sidePanel.getByText(/^Not taken yet/)).toBeHidden()
  await studio.setting('Prompt').click()
  expect(await settingsOf(studio, 'llm')).toMatchObject({
    structuredOutput: { schema: { type: 'object', properties: { mood: { type: 'string' } } } },
  })
})

test('routes of a router are added, renamed, reordered and removed, and the card’s exits follow', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.newAgent()
  await addTo(studio, 'Router')
  const card = studio.card('router')
  const routes = studio.sidePanel.getByRole('group', { name: /^Routes/ })
  await routes.getByRole('button', { name: 'Add route' }).click()
  await routes.getByRole('textbox', { name: 'Name' }).nth(2).fill('refund')
  await expect(card.getByLabel('Connect from refund')).toBeAttached()
  await routes.getByRole('textbox', { name: 'Name' }).nth(2).press('Alt+ArrowUp')
  await routes.getByText('other', { exact: true }).hover()
  await expect(routes.getByRole('textbox', { name: 'Name' }).nth(1)).toHaveValue('refund')
  await routes.getByText('question', { exact: true }).hover()
  await routes.getByRole('button', { name: 'Remove route 1' }).click()
  await expect(card.getByLabel('Connect from question')).toHaveCount(0)
  expect(await settingsOf(studio, 'router')).toMatchObject({ routes: [{ name: 'refund' }, { name: 'other' }] })
  await routes.getByText('refund', { exact: true }).hover()
  await routes.getByRole('button', { name: 'Move route down' }).first().click()
  expect(await settingsOf(studio, 'router')).toMatchObject({ routes: [{ name: 'other' }, { name: 'refund' }] })
  await page.keyboard.press('ControlOrMeta+z')
  expect(await settingsOf(studio, 'router')).toMatchObject({ routes: [{ name: 'refund' }, { name: 'other' }] })
})

test('a change in a list that is shown by default keeps the rest of the list', async ({ studio }) => {
  await studio.open()
  await studio.newAgent()
  await addTo(studio, 'Router')
  const routes = studio.sidePanel.getByRole('group', { name: /^Routes/ })
  await routes.getByRole('textbox', { name: 'Name' }).nth(1).fill('refund')
  await expect(studio.card('router').getByLabel('Connect from refund')).toBeAttached()
  await expect(studio.card('router').getByLabel('Connect from question')).toBeAttached()
  await expect(routes.getByRole('textbox', { name: 'Name' })).toHaveCount(2)
  expect(await settingsOf(studio, 'router')).toMatchObject({ routes: [{ name: 'question' }, { name: 'refund' }] })
})

test('two routes of one name are told in place, in the words of the problems list', async ({ studio }) => {
  await studio.open()
  await studio.newAgent()
  await addTo(studio, 'Condition')
  const branches = studio.sidePanel.getByRole('group', { name: /^Branches/ })
  await branches.getByRole('button', { name: 'Add branch' }).click()
  await branches.getByRole('textbox', { name: 'Name' }).nth(1).fill('yes')
  await branches.getByRole('textbox', { name: 'Name' }).nth(1).blur()
  const fault = branches.getByText("There are two of the name 'yes'")
  await expect(fault).toBeVisible()
  const words = await fault.textContent()
  await studio.sidePanel.getByRole('tab', { name: /^Problems/ }).click()
  await expect(studio.sidePanel.getByRole('listitem').filter({ hasText: words ?? 'nothing' })).toBeVisible()
})

test('a choice shows and hides what depends on it, and a default is not written into the file', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.newAgent()
  await addTo(studio, 'Output')
  await studio.write('Text', 'You asked {question}')
  const format = studio.sidePanel.getByRole('combobox', { name: 'Give back' })
  await format.click()
  await page.getByRole('option', { name: 'A field as it is' }).click()
  await expect(studio.setting('Text')).toBeHidden()
  await expect(studio.sidePanel.getByText('Choose the field to give back.')).toBeVisible()
  await expect(studio.sidePanel.getByRole('combobox', { name: 'Field', exact: true })).toHaveAccessibleDescription(
    /Choose the field to give back/,
  )
  await format.focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(studio.setting('Text')).toContainText('You asked {question}')
  expect(await settingsOf(studio, 'output')).toEqual({ template: 'You asked {question}' })
})

test('a worked example fills the settings, and undo brings back the old ones', async ({ studio, page }) => {
  await studio.open()
  await studio.newAgent()
  await addTo(studio, 'Condition')
  await studio.sidePanel.getByRole('button', { name: 'Examples' }).click()
  await page.getByRole('menuitem', { name: 'By score' }).click()
  await expect(studio.card('condition').getByLabel('Connect from good')).toBeAttached()
  await studio.undo()
  await expect(studio.card('condition').getByLabel('Connect from yes')).toBeAttached()
})

test('several steps of one type are edited as one, and undone as one', async ({ studio, page }) => {
  await serveEveryField(page)
  await studio.open()
  await studio.newAgent()
  for (const subject of ['bees', 'ants']) {
    await addTo(studio, 'Every field')
    await studio.setting('Subject').fill(subject)
    await studio.setting('Subject').blur()
  }
  const canvas = new CanvasView(studio)
  await canvas.leaveFields()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(studio.sidePanel.getByRole('heading', { name: '2 steps' })).toBeVisible()
  await expect(studio.sidePanel.getByText('Mixed', { exact: true })).toHaveCount(1)
  await expect(studio.setting('Subject')).toHaveAttribute('placeholder', 'Mixed values')
  await studio.sidePanel.getByRole('switch', { name: 'Loud' }).click()
  const loud = await studio.readAgent()
  expect(loud.steps.map(({ config }) => config)).toEqual([
    { subject: 'bees', loud: true },
    { subject: 'ants', loud: true },
  ])
  await studio.undo()
  const quiet = await studio.readAgent()
  expect(quiet.steps.map(({ config }) => config)).toEqual([{ subject: 'bees' }, { subject: 'ants' }])
})

test('steps of different types cannot be edited together, which is said', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('choice.agent.json', choiceAgent)
  await page.keyboard.press('ControlOrMeta+a')
  await expect(studio.sidePanel.getByText('Of different types')).toBeVisible()
  await expect(studio.sidePanel.getByText(/Steps of one type can be edited together/)).toBeVisible()
})

test('the ends of an agent say what they are for', async ({ studio, page }) => {
  await studio.open()
  await studio.startCard.click()
  await expect(studio.sidePanel).toContainText('A run begins here, and asks for name.')
  await page.locator('.react-flow__node-end').click()
  await expect(studio.sidePanel).toContainText('A run ends here')
})

test('F2 renames where the name stands; emptied, the step is called by its type', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await studio.card('second').click()
  await page.keyboard.press('F2')
  await page.keyboard.type('Renamed')
  await page.keyboard.press('Enter')
  await expect(studio.card('second')).toContainText('Renamed')
  expect((await studio.readAgent()).steps[1]).toMatchObject({ id: 'second', nodeName: 'Renamed' })
  await page.keyboard.press('ControlOrMeta+z')
  await expect(studio.card('second')).toContainText('Second')
  await studio.sidePanel.getByRole('textbox', { name: 'Name of the step' }).fill('')
  await page.keyboard.press('Enter')
  await expect(studio.card('second')).toContainText('Set values')
  expect((await studio.readAgent()).steps[1]).not.toHaveProperty('nodeName')
})

test('a step of an unknown type is shown as raw settings and exported word for word', async ({ studio }) => {
  const unknown = {
    id: 'strange',
    strategyType: 'from-elsewhere',
    nodeName: 'Strange',
    config: { deep: { list: [1, 'two', null] }, flag: true },
  }
  await studio.open()
  await studio.importFile(
    'strange.agent.json',
    JSON.stringify({ version: 1, name: 'Strange', stateType: { name: 'S', fields: {} }, steps: [unknown] }),
  )
  await studio.card('strange').click()
  await expect(
    studio.sidePanel.getByText('This step needs a plugin that brings the type from-elsewhere.'),
  ).toBeVisible()
  await expect(studio.setting('Settings')).toContainText('"two"')
  expect((await studio.readAgent()).steps).toEqual([unknown])
})

test('a time limit is folded away and marked once it is set', async ({ studio }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await studio.card('first').click()
  const limits = studio.sidePanel.getByRole('button', { name: /^Errors and limits/ })
  await limits.click()
  await studio.setting('Time limit').fill('5000')
  await studio.setting('Time limit').blur()
  await limits.click()
  await expect(studio.sidePanel.getByRole('img', { name: 'a time limit is set' })).toBeVisible()
  expect((await studio.readAgent()).steps[0]).toMatchObject({ timeout: 5000 })
})

test('what a step reads and writes is listed, and a click shows the field', async ({ studio }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await studio.card('first').click()
  await studio.sidePanel.getByRole('button', { name: 'question', exact: true }).click()
  await expect(studio.sidePanel.getByRole('tab', { name: 'State' })).toHaveAttribute('aria-selected', 'true')
  await expect(studio.sidePanel.getByRole('button', { name: /^question/, expanded: true })).toBeVisible()
})

test('a field that is named for the first time is offered to be made, as one undo entry', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await studio.card('first').click()
  const field = studio.sidePanel.getByRole('combobox', { name: 'Field', exact: true })
  await field.fill('summary')
  await field.press('Escape')
  await expect(studio.sidePanel.getByText('The state has no field summary yet.')).toBeVisible()
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  const badge = studio.card('first').getByRole('button', { name: /The state has no field summary yet/ })
  await expect(badge).toBeVisible()
  await studio.sidePanel.getByRole('button', { name: 'Add the field summary' }).click()
  await expect(studio.sidePanel.getByText('The state has no field summary yet.')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Undo: Add the field summary' })).toBeEnabled()
  await studio.undo()
  await expect(studio.sidePanel.getByText('The state has no field summary yet.')).toBeVisible()
  await studio.redo()
  const { stateType } = await studio.readAgent()
  expect(Object.keys(stateType.fields)).toContain('summary')
})
