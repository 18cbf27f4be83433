import type { Locator, Page } from '@playwright/test'

/** The dialog in which a person looks at an agent before opening it. */
export class ImportDialog {
  readonly page: Page
  readonly root: Locator

  constructor(page: Page) {
    this.page = page
    this.root = page.getByRole('dialog', { name: /^Import/ })
  }

  /** Why a file was refused. */
  get refusal(): Locator {
    return this.root.getByRole('alert')
  }

  section(title: string): Locator {
    return this.root.getByRole('region', { name: title })
  }

  async openAsNew(): Promise<void> {
    await this.root.getByRole('button', { name: 'Open as new' }).click()
  }

  async replace(): Promise<void> {
    await this.root.getByRole('button', { name: 'Replace the open agent' }).click()
  }

  /** Chooses a file, in the dialog that is open. */
  async choose(name: string, content: string | Buffer): Promise<void> {
    await this.page.getByLabel('Agent file').setInputFiles({
      name,
      mimeType: 'application/json',
      buffer: typeof content === 'string' ? Buffer.from(content) : content,
    })
  }

  /** Drops a file on the window. */
  async drop(name: string, content: string): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      ({ fileName, text }) => {
        const data = new DataTransfer()
        data.items.add(new File([text], fileName, { type: 'application/json' }))
        return data
      },
      { fileName: name, text: content },
    )
    const canvas = this.page.locator('.react-flow__pane')
    await canvas.dispatchEvent('dragenter', { dataTransfer: transfer })
    await canvas.dispatchEvent('dragover', { dataTransfer: transfer })
    await canvas.dispatchEvent('drop', { dataTransfer: transfer })
  }

  /** Copies a text and pastes it on the canvas. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((content) => navigator.clipboard.writeText(content), text)
    await this.page.locator('.react-flow__pane').click({ position: { x: 8, y: 8 } })
    await this.page.keyboard.press('ControlOrMeta+v')
  }
}
