import type { Locator, Page } from '@playwright/test'

/** The search for servers on this computer, in the settings. */
export class LocalServersView {
  readonly dialog: Locator

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Settings' })
  }

  /** Shows the search, without making one. */
  async open(): Promise<this> {
    await this.dialog.page().keyboard.press('ControlOrMeta+Comma')
    await this.dialog.getByRole('button', { name: 'On this computer' }).click()
    return this
  }

  async search(also: string): Promise<void> {
    await this.dialog.getByLabel('Other ports or addresses').fill(also)
    await this.dialog.getByRole('button', { name: 'Find local servers' }).click()
  }

  /** What was found at a port of this computer. */
  at(port: number): Locator {
    return this.dialog.getByRole('listitem', { name: `at http://localhost:${port}` })
  }
}
