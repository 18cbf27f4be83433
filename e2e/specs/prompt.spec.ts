import { CanvasView } from '../pages/CanvasView.ts'
import { chainAgent } from '../pages/drawnAgents.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

test.use({ viewport: { width: 1920, height: 1080 } })

/** The example of two model steps in a row. */
async function openChain(studio: StudioPage): Promise<void> {
  await studio.open()
  await studio.openExample('Greeting')
}

/** The words of the completion list. */
function options(studio: StudioPage) {
  return studio.page.getByRole('listbox', { name: 'Completions' }).getByRole('option')
}

/** A step of the example, by its place in the file, with its prompt under the caret. */
async function openPrompt(studio: StudioPage, index: number): Promise<void> {
  const { steps } = await studio.readAgent()
  await studio.card(steps[index]?.id ?? '').click()
  await studio.setting('Prompt').click()
  await studio.page.keyboard.press('ControlOrMeta+End')
}

test('{ offers what can have a value here, with its type; what only later steps write is not offered', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await studio.card('first').click()
  await studio.setting('Value').click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' {')
  await expect(options(studio).filter({ hasText: 'question' })).toContainText('string')
  await expect(options(studio).filter({ hasText: /^text/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Backspace')
  await studio.card('second').click()
  await studio.setting('Value').click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' {te')
  await expect(options(studio)).toHaveCount(1)
  await expect(options(studio)).toContainText('text')
  await page.keyboard.press('Enter')
  await expect(studio.setting('Value')).toHaveText('Two {text} {text}')
})

test('after a run the list and the mouse over a variable tell its last value', async ({ studio, page }) => {
  await openChain(studio)
  const field = (await studio.readAgent()).stateType.fields
  const [input] = Object.keys(field).filter((name) => field[name]?.input === true)
  await openPrompt(studio, 0)
  await page.keyboard.type(` {${input}`)
  await expect(page.locator('.cm-completionInfo')).toContainText('No value yet: run the agent to see one.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+z')

  await studio.giveInput(input ?? '', 'Grace Hopper')
  await studio.runToEnd()
  await openPrompt(studio, 0)
  await page.keyboard.type(` {${input}`)
  await expect(page.locator('.cm-completionInfo')).toContainText('Grace Hopper')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+z')
  await studio.setting('Prompt').getByText(`{${input}}`).or(studio.setting('Prompt').locator('.cm-var')).first().hover()
  await expect(page.locator('.cm-tooltip-hover')).toContainText('Grace Hopper')
})

test('an unknown variable is marked, says what there is, and "Replace with" mends it', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await studio.card('first').click()
  await studio.write('Value', 'One {questoin}')
  await expect(studio.setting('Value').locator('.cm-var-unknown')).toHaveText('{questoin}')
  const message = 'uses {questoin}, but the state has no field questoin. Fields: question, text, output'
  await expect(studio.sidePanel.getByText(message)).toBeVisible()
  await studio.sidePanel.getByRole('button', { name: 'Replace with {question}' }).click()
  await expect(studio.setting('Value')).toHaveText('One {question}')
  await expect(studio.setting('Value').locator('.cm-var-unknown')).toHaveCount(0)
  await expect(studio.sidePanel.getByText(message)).toBeHidden()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(studio.setting('Value')).toHaveText('One {questoin}')
})

test('doubled braces are text, and an open brace says what is missing', async ({ studio }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await studio.card('first').click()
  await studio.write('Value', 'A {{brace}} and {question}')
  await expect(studio.setting('Value').locator('.cm-var')).toHaveText('{question}')
  await expect(studio.setting('Value')).not.toHaveAttribute('aria-invalid', 'true')
  await studio.write('Value', 'Broken {question')
  await expect(studio.setting('Value')).toHaveAttribute('aria-invalid', 'true')
})

test('the preview shows the prompt with the values of the last run', async ({ studio }) => {
  await openChain(studio)
  const { stateType } = await studio.readAgent()
  const [input] = Object.keys(stateType.fields).filter((name) => stateType.fields[name]?.input === true)
  await openPrompt(studio, 0)
  await studio.write('Prompt', `Hello {${input}}!`)
  await studio.sidePanel.getByRole('button', { name: 'Preview' }).nth(1).click()
  const preview = studio.sidePanel.getByRole('region', { name: 'Preview' })
  await expect(preview).toContainText(`Hello {${input}}!`)
  await expect(preview).toContainText('One value missing: run the agent')
  await studio.giveInput(input ?? '', 'Grace Hopper')
  await studio.runToEnd()
  await expect(preview).toContainText('Hello Grace Hopper!')
  await expect(preview).toContainText('With the newest run’s values')
  await expect(preview).toContainText(/about \d+ tokens/)
})

test('the preview shows word by word what changed since the last run', async ({ studio }) => {
  await openChain(studio)
  await openPrompt(studio, 0)
  await studio.write('Prompt', 'Answer briefly.')
  await studio.runToEnd()
  await studio.sidePanel.getByRole('button', { name: 'Preview' }).nth(1).click()
  await studio.write('Prompt', 'Answer kindly.')
  const preview = studio.sidePanel.getByRole('region', { name: 'Preview' })
  await preview.getByRole('button', { name: 'Show what changed since' }).click()
  await expect(preview.getByRole('deletion')).toHaveText('briefly')
  await expect(preview.getByRole('insertion')).toHaveText('kindly')
})

test('expand opens a large editor of the same text; undo works there, Escape closes it', async ({ studio, page }) => {
  await openChain(studio)
  await openPrompt(studio, 0)
  await studio.write('Prompt', 'Small')
  await studio.setting('Prompt').hover()
  await studio.sidePanel.getByRole('button', { name: 'Expand Prompt' }).click()
  const large = page.getByRole('dialog', { name: 'Prompt' })
  const box = large.getByRole('textbox', { name: 'Prompt' })
  await expect(box).toBeFocused()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' and large')
  await expect(box).toHaveText('Small and large')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(box).not.toHaveText('Small and large')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(box).toHaveText('Small and large')
  await page.keyboard.press('Escape')
  await expect(large).toBeHidden()
  await expect(studio.setting('Prompt')).toHaveText('Small and large')
})

test('typing in the prompt, then moving a card: Mod+Z takes back one after the other', async ({ studio, page }) => {
  await openChain(studio)
  const canvas = new CanvasView(studio)
  const { steps } = await studio.readAgent()
  await openPrompt(studio, 0)
  const before = await studio.setting('Prompt').textContent()
  await page.keyboard.type(' More.')
  await canvas.moveCard(studio.card(steps[0]?.id ?? ''), 30, 60)
  const texts = (await studio.exportFile()).text
  await studio.setting('Prompt').click()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(studio.setting('Prompt')).toContainText('More.')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(studio.setting('Prompt')).toHaveText(before ?? '')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  expect((await studio.exportFile()).text).toBe(texts)
})

test('expressions complete fields and functions, and say where they cannot be read', async ({ studio, page }) => {
  await studio.open()
  await studio.newAgent()
  await page.getByRole('button', { name: 'Add Condition', exact: true }).click()
  await studio.setting('When').click()
  await page.keyboard.type('len')
  await expect(options(studio).first()).toContainText('length')
  await page.keyboard.press('Enter')
  await page.keyboard.type('ques')
  await expect(options(studio).first()).toContainText('question')
  await page.keyboard.press('Enter')
  await page.keyboard.type(') > 3')
  await expect(studio.setting('When')).toHaveText('length(question) > 3')
  await expect(studio.setting('When')).not.toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.type(' >')
  await expect(studio.setting('When')).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.press('Enter')
  await expect(studio.setting('When').locator('.cm-line')).toHaveCount(1)
})

test('code completes the fields of the state', async ({ studio, page }) => {
  await studio.open()
  await studio.newAgent()
  await page.getByRole('button', { name: 'Add Custom code', exact: true }).click()
  await studio.setting('Code').click()
  await page.keyboard.type('return { a: state.')
  await expect(options(studio).filter({ hasText: 'question' })).toBeVisible()
})

test('code completes what the sandbox offers, and says what it does', async ({ studio, page }) => {
  await studio.open()
  await studio.newAgent()
  await page.getByRole('button', { name: 'Add Custom code', exact: true }).click()
  await studio.setting('Code').click()
  await page.keyboard.type('console.w')
  await expect(options(studio).filter({ hasText: 'warn' })).toBeVisible()
  await expect(page.getByText(/into the log of the run, at the level WARNING/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(studio.setting('Code')).toContainText('console.warn')
})

test('Mod+Enter in a prompt runs with what was just typed', async ({ studio, page }) => {
  await openChain(studio)
  await openPrompt(studio, 0)
  await studio.write('Prompt', 'Say the word heliotrope')
  await page.keyboard.press('ControlOrMeta+Enter')
  await studio.expectRun('Done')
  await studio.runPanel.getByRole('tab', { name: /^Messages/ }).click()
  await studio.runPanel.getByRole('tabpanel').getByText('Greet', { exact: true }).click()
  await expect(studio.runPanel.getByText('Say the word heliotrope').first()).toBeVisible()
})
