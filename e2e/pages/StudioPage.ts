import { readFile } from 'node:fs/promises'
import { type Download, expect, type Locator, type Page } from '@playwright/test'

/** The parts of an agent's file that tests of the editor look at. */
export interface AgentFile {
  readonly name?: string
  readonly llmConfig?: Readonly<Record<string, unknown>>
  readonly stateType: { readonly fields: Readonly<Record<string, Readonly<Record<string, unknown>>>> }
  readonly steps: readonly {
    readonly id: string
    readonly strategyType: string
    readonly nodeName?: string
    readonly timeout?: number
    readonly disabled?: boolean
    readonly config?: Readonly<Record<string, unknown>>
  }[]
  readonly edges?: readonly {
    readonly from: string
    readonly to: string
    readonly exit?: string
    readonly maxTurns?: number
    readonly leaveBy?: string
  }[]
  readonly layout: Readonly<Record<string, readonly [number, number, pinned?: string]>>
}

/** The studio as a person uses it. Verbs act; nouns find. */
export class StudioPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens the page and waits until an agent is shown. */
  async open(path = '/'): Promise<void> {
    await this.page.goto(path)
    await this.startCard.waitFor()
  }

  async reload(): Promise<void> {
    await this.page.reload()
    await this.startCard.waitFor()
  }

  get startCard(): Locator {
    return this.page.locator('.react-flow__node-start')
  }

  get cards(): Locator {
    return this.page.locator('.react-flow__node-step')
  }

  get wires(): Locator {
    return this.page.locator('.react-flow__edge')
  }

  get sidePanel(): Locator {
    return this.page.getByRole('complementary', { name: 'Side panel' })
  }

  get runPanel(): Locator {
    return this.page.getByRole('region', { name: 'Run', exact: true })
  }

  /** The card of the step with this id. */
  card(stepId: string): Locator {
    return this.page.locator(`.react-flow__node[data-id="${stepId}"]`)
  }

  /** The text box of a setting in the side panel. */
  setting(name: string): Locator {
    return this.sidePanel.getByRole('textbox', { name, exact: true })
  }

  /** A new, empty agent. */
  async newAgent(): Promise<void> {
    await this.page.getByRole('button', { name: 'Open the library' }).click()
    await this.page.getByRole('button', { name: 'New agent' }).click()
    await expect(this.cards).toHaveCount(0)
  }

  /** Opens an example of the gallery. */
  async openExample(title: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Open the library' }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('tab', { name: 'Examples' }).click()
    await dialog.getByRole('button', { name: new RegExp(title, 'i') }).click()
    await expect(dialog).toBeHidden()
    await expect(this.page.getByRole('textbox', { name: 'Agent name' })).toHaveValue(new RegExp(title, 'i'))
  }

  /** Drags a type of step from the palette and drops it this far into the canvas (shares of its size). */
  async dragFromPalette(title: string, at: { readonly x: number; readonly y: number }): Promise<void> {
    const item = this.page.getByRole('button', { name: `Add ${title}`, exact: true })
    const pane = await boxOf(this.page.locator('.react-flow'))
    const from = await centreOf(item)
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move(from.x + 20, from.y + 5, { steps: 3 })
    await this.page.mouse.move(pane.x + pane.width * at.x, pane.y + pane.height * at.y, { steps: 12 })
    await this.page.mouse.up()
  }

  /** Drags a wire from a card's exit to another card. */
  async connect(from: Locator, to: Locator, exit?: string): Promise<void> {
    const handle =
      exit === undefined ? from.locator('.react-flow__handle.source').first() : from.getByLabel(`Connect from ${exit}`)
    const start = await centreOf(handle)
    const end = await centreOf(to.locator('.react-flow__handle.target'))
    await this.page.mouse.move(start.x, start.y)
    await this.page.mouse.down()
    await this.page.mouse.move(start.x + 15, start.y, { steps: 3 })
    await this.page.mouse.move(end.x, end.y, { steps: 12 })
    await this.page.mouse.up()
  }

  /** Replaces the text of a setting of the selected step. */
  async write(setting: string, text: string): Promise<void> {
    const box = this.setting(setting)
    await box.click()
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.insertText(text)
    await expect(box).toContainText(text)
  }

  /** Fills the input of the run. */
  async giveInput(field: string, text: string): Promise<void> {
    await this.runPanel.getByRole('form', { name: 'Input of the run' }).getByLabel(field, { exact: false }).fill(text)
  }

  async run(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'Run', exact: true }).click()
  }

  /** Runs and waits for the end. */
  async runToEnd(): Promise<void> {
    const shown = this.runPanel.locator('[data-run]')
    const before = (await shown.count()) === 0 ? '' : ((await shown.getAttribute('data-run')) ?? '')
    await this.run()
    // What is shown until the new run has begun may be one that is done.
    await expect(shown).not.toHaveAttribute('data-run', before)
    await this.expectRun('Done')
  }

  async expectRun(words: 'Done' | 'Failed' | 'Stopped' | 'Waiting'): Promise<void> {
    const status = this.runPanel.getByRole('paragraph').filter({ has: this.page.getByRole('img', { name: words }) })
    await expect(status).toBeVisible({ timeout: 30_000 })
  }

  /** What a step answered, in the run panel. */
  answer(stepName: string): Locator {
    return this.runPanel.getByRole('article', { name: stepName })
  }

  async undo(): Promise<void> {
    await this.page
      .locator('.react-flow__pane')
      .focus()
      .catch(() => undefined)
    // The one that says what it takes back: a message may offer another.
    await this.page.getByRole('button', { name: /^Undo:/ }).click()
  }

  async redo(): Promise<void> {
    await this.page.getByRole('button', { name: /^Redo/ }).click()
  }

  /** Downloads the agent; gives the file's name and text. */
  async exportFile(): Promise<{ readonly name: string; readonly text: string }> {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click()
    const download = this.page.waitForEvent('download')
    await this.page.getByRole('button', { name: /^Download/ }).click()
    return readDownload(await download)
  }

  /** A link that carries the agent, from the clipboard. */
  async copyLink(): Promise<string> {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click()
    await this.page.getByRole('button', { name: 'Copy link' }).click()
    await expect(this.page.getByText('Link copied')).toBeVisible()
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  /** The agent as its file says it. */
  async readAgent(): Promise<AgentFile> {
    const { text } = await this.exportFile()
    return JSON.parse(text) as AgentFile
  }

  /** Chooses a file in the import dialog; what happens then is up to the test. */
  async chooseImport(name: string, content: string | Buffer): Promise<void> {
    await this.page.getByRole('button', { name: 'Import an agent' }).click()
    await this.page.getByLabel('Agent file').setInputFiles({
      name,
      mimeType: 'application/json',
      buffer: typeof content === 'string' ? Buffer.from(content) : content,
    })
  }

  /** Imports a file as a new agent. */
  async importFile(name: string, content: string): Promise<void> {
    await this.chooseImport(name, content)
    await this.page.getByRole('button', { name: 'Open as new' }).click()
    await expect(this.page.getByRole('dialog')).toBeHidden()
  }

  async expectSaved(): Promise<void> {
    await expect(this.page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible()
  }
}

async function readDownload(download: Download) {
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

async function boxOf(locator: Locator) {
  await locator.hover({ trial: true, position: { x: 5, y: 5 } }).catch(() => undefined)
  const box = await locator.boundingBox()
  if (!box) throw new Error(`${locator} has no place on the screen`)
  return box
}

async function centreOf(locator: Locator) {
  const box = await boxOf(locator)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
