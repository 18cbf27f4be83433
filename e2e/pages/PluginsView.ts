import type { Locator } from '@playwright/test'
import type { StudioPage } from './StudioPage.ts'

/** The plugins that a person loads. */
export class PluginsView {
  readonly #studio: StudioPage

  constructor(studio: StudioPage) {
    this.#studio = studio
  }

  get dialog(): Locator {
    return this.#studio.page.getByRole('dialog')
  }

  /** One plugin in the list. */
  row(title: string): Locator {
    return this.dialog.getByRole('list', { name: 'Loaded plugins' }).getByRole('listitem', { name: title })
  }

  /** A step type in the palette. */
  inPalette(title: string): Locator {
    return this.#studio.page.getByRole('button', { name: `Add ${title}`, exact: true })
  }

  async open(): Promise<void> {
    const { page } = this.#studio
    // A dialog that is on its way out takes the next one with it.
    await this.dialog.waitFor({ state: 'hidden' })
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('combobox', { name: 'Find a command' }).fill('Load a plugin')
    await page.keyboard.press('Enter')
    await this.dialog.getByRole('button', { name: 'Choose a file' }).waitFor()
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close' }).click()
    await this.dialog.waitFor({ state: 'hidden' })
  }

  async choose(text: string, name = 'tools.plugin.js'): Promise<void> {
    const file = { name, mimeType: 'text/javascript', buffer: Buffer.from(text) }
    await this.dialog.getByLabel('Plugin file').setInputFiles(file)
  }

  /** Drops a file onto the dialog. */
  async drop(text: string, name = 'tools.plugin.js'): Promise<void> {
    const transfer = await this.#studio.page.evaluateHandle(
      ([content, called]) => {
        const data = new DataTransfer()
        data.items.add(new File([content], called, { type: 'text/javascript' }))
        return data
      },
      [text, name] as const,
    )
    const target = this.dialog.getByRole('button', { name: 'Choose a file' })
    for (const type of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(type, { dataTransfer: transfer })
  }

  async lookAt(address: string): Promise<void> {
    await this.dialog.getByLabel('Or an address').fill(address)
    await this.dialog.getByRole('button', { name: 'Look at it' }).click()
  }

  /** Takes what is shown. The list is there again when it is kept. */
  async add(): Promise<void> {
    await this.dialog.getByRole('button', { name: /^(Add|Replace) plugin$/ }).click()
    await this.dialog.getByRole('button', { name: 'Choose a file' }).waitFor()
  }
}
