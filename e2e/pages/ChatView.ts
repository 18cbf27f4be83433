import { expect, type Locator, type Page } from '@playwright/test'
import { RunView } from './RunView.ts'
import type { StudioPage } from './StudioPage.ts'

/** A conversation with the agent on screen, and the threads there are. */
export class ChatView {
  readonly studio: StudioPage
  readonly page: Page

  constructor(studio: StudioPage) {
    this.studio = studio
    this.page = studio.page
  }

  get box(): Locator {
    return this.page.getByRole('textbox', { name: 'Message to the agent' })
  }

  /** The conversation as it is shown. */
  get conversation(): Locator {
    return this.studio.runPanel.getByLabel('Answer', { exact: true })
  }

  /** Says one turn, and waits for the end of the answer. `first` agrees to the first run of an agent from a file. */
  async say(text: string, first = false): Promise<void> {
    await this.box.fill(text)
    await this.box.press('Enter')
    if (first) await new RunView(this.page).allow()
    await expect(this.box).toHaveValue('')
    await this.studio.expectRun('Done')
    await expect(this.page.getByRole('button', { name: 'Stop', exact: true })).toHaveCount(0)
  }

  /** The button that says which thread goes on. */
  get current(): Locator {
    return this.studio.runPanel.getByRole('button', { name: /^Thread: / })
  }

  /** The list of threads, opened. */
  async list(): Promise<Locator> {
    await this.current.click()
    return this.page.getByRole('dialog', { name: 'Threads' })
  }
}
