import type { Page } from '@playwright/test'
import { toText } from '../pages/agents.ts'
import { OutlineView } from '../pages/OutlineView.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

const agent = toText({
  version: 1,
  name: 'Two',
  stateType: { name: 'State', fields: { question: { type: 'string', input: true }, text: { type: 'string' } } },
  steps: [
    { id: 'draft', strategyType: 'llm', nodeName: 'Draft', config: { promptTemplate: 'Say {question}' } },
    { id: 'check', strategyType: 'llm', nodeName: 'Check', config: { promptTemplate: 'Check {question}' } },
  ],
  layout: { draft: [0, 0], check: [340, 0] },
})

/** Where the focus may be when something is opened over it. */
const origins = ['outline row', 'canvas card', 'prompt field', 'input of the run'] as const
type Origin = (typeof origins)[number]

interface Overlay {
  readonly name: string
  readonly command?: string
  readonly key?: string
  /** Its key is no text. */
  readonly inFields?: true
}

/** What opens over the page, by its key, or found in the palette. A few at a time, so that no test takes long. */
const overlays: Readonly<Record<string, readonly Overlay[]>> = {
  'the lists of commands and keys': [
    { name: 'Find a command', key: 'ControlOrMeta+k', inFields: true },
    { name: 'Keyboard shortcuts', key: '?' },
  ],
  'the ways to a step': [
    { name: 'Find and replace', key: 'ControlOrMeta+f', inFields: true },
    { name: 'Add a step', key: 'n' },
    { name: 'Connect to which step?', command: 'Connect to another step', key: 'c' },
  ],
  'the dialogs of an agent': [
    { name: 'Export', key: 'ControlOrMeta+Shift+s', inFields: true },
    { name: 'Versions' },
    { name: 'Tests', command: 'Tests of this agent' },
  ],
  'the dialogs of the studio': [
    { name: 'Settings', key: 'ControlOrMeta+Comma', inFields: true },
    { name: 'Library', key: 'ControlOrMeta+o', inFields: true },
    { name: 'API keys' },
  ],
}

async function open(studio: StudioPage): Promise<void> {
  await studio.open()
  await studio.importFile('two.agent.json', agent)
  await studio.card('draft').click()
}

/** Puts the focus there; gives what then has it. */
async function goTo(studio: StudioPage, origin: Origin) {
  const outline = new OutlineView(studio)
  switch (origin) {
    case 'outline row':
      await outline.open()
      await expect(outline.step('draft')).toBeFocused()
      return outline.step('draft')
    case 'canvas card':
      await studio.card('draft').focus()
      return studio.card('draft')
    case 'prompt field':
      // The editor of texts takes the place of a plain field once it is there.
      await expect(studio.setting('Prompt')).toHaveAttribute('aria-autocomplete', 'list')
      await studio.setting('Prompt').click()
      return studio.setting('Prompt')
    case 'input of the run': {
      const field = studio.runPanel.getByRole('form', { name: 'Input of the run' }).getByLabel('question')
      await field.click()
      return field
    }
  }
}

async function findCommand(studio: StudioPage, words: string): Promise<void> {
  const { page } = studio
  const palette = page.getByRole('dialog', { name: 'Find a command' })
  await page.keyboard.press('ControlOrMeta+k')
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.insertText(words)
  await expect(palette.getByRole('option').first()).toContainText(words)
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
}

/** Opens and closes all of these over it. */
async function expectFocusBack(studio: StudioPage, origin: Origin, some: readonly Overlay[]): Promise<void> {
  const { page } = studio
  await open(studio)
  for (const { name, command = name, key, inFields } of some) {
    await test.step(name, async () => {
      const place = await goTo(studio, origin)
      const isText = origin === 'prompt field' || origin === 'input of the run'
      if (key === undefined || (isText && !inFields)) await findCommand(studio, command)
      else await page.keyboard.press(key)
      const dialog = page.getByRole('dialog', { name })
      await expect(dialog).toBeVisible()
      await expect(page.locator('[role="dialog"]:focus-within')).toHaveCount(1)
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
      await expect(place).toBeFocused()
    })
  }
}

for (const [group, some] of Object.entries(overlays))
  test.describe(group, () => {
    test('what opens over a row of the outline gives the focus back to it', async ({ studio }) => {
      await expectFocusBack(studio, 'outline row', some)
    })

    test('what opens over a card gives the focus back to it', async ({ studio }) => {
      await expectFocusBack(studio, 'canvas card', some)
    })

    test('what opens over a prompt gives the focus back to it', async ({ studio }) => {
      await expectFocusBack(studio, 'prompt field', some)
    })

    test('what opens over the input of a run gives the focus back to it', async ({ studio }) => {
      await expectFocusBack(studio, 'input of the run', some)
    })
  })

/** A press where nothing takes the focus. */
async function pressNowhere(studio: StudioPage): Promise<void> {
  await studio.page.locator('.react-flow__pane').click({ position: { x: 20, y: 20 } })
  await expect(studio.page.locator(':focus')).toHaveCount(0)
}

/** Goes to a button until its tooltip is there, and away again until it is gone. */
async function hover({ page }: StudioPage): Promise<void> {
  await page.getByRole('button', { name: 'Open the library' }).hover()
  await expect(page.getByRole('tooltip')).toBeVisible()
  await page.mouse.move(2, 300)
  await expect(page.getByRole('tooltip')).toHaveCount(0)
}

/** Who would move the focus does so once the moment is over. */
async function momentIsOver(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
}

test('a press elsewhere leaves it nowhere', async ({ studio, page }) => {
  await open(studio)
  await goTo(studio, 'input of the run')
  await pressNowhere(studio)
  await page.keyboard.press('Shift')
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog', { name: 'Find a command' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()
  await momentIsOver(page)
  await expect(page.locator(':focus')).toHaveCount(0)
})

test('hovering moves nothing', async ({ studio, page }) => {
  await open(studio)
  const field = await goTo(studio, 'input of the run')
  await hover(studio)
  await momentIsOver(page)
  await expect(field).toBeFocused()
  await pressNowhere(studio)
  await page.keyboard.press('Shift')
  await hover(studio)
  await momentIsOver(page)
  await expect(page.locator(':focus')).toHaveCount(0)
})

test('a row that a command has led away from is no longer in hand: a new step has its form', async ({
  studio,
  page,
}) => {
  await open(studio)
  await goTo(studio, 'outline row')
  await findCommand(studio, 'Rename')
  await expect(studio.sidePanel.getByRole('textbox', { name: 'Name of the step' })).toBeFocused()
  await findCommand(studio, 'Add a step')
  const picker = page.getByRole('dialog', { name: 'Add a step' })
  await expect(picker.getByRole('combobox')).toBeFocused()
  await page.keyboard.insertText('LLM')
  await page.keyboard.press('Enter')
  await expect(studio.cards).toHaveCount(3)
  await expect(studio.setting('Prompt')).toBeFocused()
})

test('a command that moves nothing leaves the focus where it was', async ({ studio }) => {
  await open(studio)
  for (const origin of origins) {
    const place = await goTo(studio, origin)
    for (const words of ['Zoom in', 'Show or hide the overview', 'Disable']) {
      await findCommand(studio, words)
      await expect(place).toBeFocused()
    }
  }
})

test('the menu of a card gives the focus back to it', async ({ studio, page }) => {
  await open(studio)
  const card = await goTo(studio, 'canvas card')
  await card.click({ button: 'right' })
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await expect(card).toBeFocused()
})

test('where a command has deleted what had the focus, the nearest has it', async ({ studio, page }) => {
  await open(studio)
  const outline = new OutlineView(studio)
  await goTo(studio, 'outline row')
  await findCommand(studio, 'Delete')
  await expect(outline.steps).toHaveCount(1)
  await expect(outline.focused).toHaveCount(1)
  await page.keyboard.press('o')
  await expect(outline.panel).toBeHidden()
  await studio.card('check').click()
  await studio.card('check').focus()
  await page.keyboard.press('Delete')
  await expect(studio.cards).toHaveCount(0)
  await expect(page.locator('.react-flow__node:focus')).toHaveCount(1)
})

test('a step that was renamed with its key has the focus again', async ({ studio, page }) => {
  await open(studio)
  const card = await goTo(studio, 'canvas card')
  await page.keyboard.press('F2')
  await expect(studio.sidePanel.getByRole('textbox', { name: 'Name of the step' })).toBeFocused()
  await page.keyboard.insertText('Write')
  await page.keyboard.press('Enter')
  await expect(card).toBeFocused()
})

test('F6 and Shift+F6 go from part to part of the page, also out of a field', async ({ studio, page }) => {
  await open(studio)
  const outline = new OutlineView(studio)
  await goTo(studio, 'outline row')
  const prompt = await goTo(studio, 'prompt field')
  const palette = page.getByRole('textbox', { name: 'Search steps' })
  const inRun = studio.runPanel.locator(':focus')
  const parts = [
    inRun,
    // The agent came in by it.
    page.getByRole('button', { name: 'Import an agent' }),
    palette,
    studio.card('draft'),
    outline.step('draft'),
    prompt,
  ]
  for (const part of parts) {
    await page.keyboard.press('F6')
    await expect(part).toBeFocused()
  }
  for (const part of [...parts.slice(0, -1).reverse(), prompt]) {
    await page.keyboard.press('Shift+F6')
    await expect(part).toBeFocused()
  }
})

test('on a phone F6 goes through the parts that are in sight', async ({ studio, page }) => {
  await page.setViewportSize({ width: 390, height: 780 })
  await studio.open()
  const library = page.getByRole('button', { name: 'Open the library' })
  const outline = new OutlineView(studio)
  // What comes behind the canvas brings the keys along.
  await expect(page.getByRole('region', { name: /^Notifications/ })).toBeAttached()
  const toggle = page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Outline' })
  await toggle.click()
  await expect(outline.rows.first()).toBeFocused()
  for (const part of [library, outline.rows.first()]) {
    await page.keyboard.press('F6')
    await expect(part).toBeFocused()
  }
  await toggle.click()
  await expect(outline.panel).toBeHidden()
  await library.focus()
  for (const part of [page.getByTestId('canvas').locator('.react-flow__node:focus'), library]) {
    await page.keyboard.press('F6')
    await expect(part).toBeFocused()
  }
})
