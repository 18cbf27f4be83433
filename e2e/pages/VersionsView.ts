import type { Locator, Page } from '@playwright/test'

/** The dialog with the versions of an agent. */
export class VersionsView {
  readonly page: Page
  readonly root: Locator

  constructor(page: Page) {
    this.page = page
    this.root = page.getByRole('dialog', { name: /^Versions of/ })
  }

  /** Opens it for the agent on screen. */
  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'More', exact: true }).click()
    await this.page.getByRole('menuitem', { name: 'Versions' }).click()
    await this.root.waitFor()
  }

  /** The versions that are called so, newest first. */
  called(name: string): Locator {
    return this.root.getByRole('list', { name: 'Versions' }).getByRole('button').filter({ hasText: name })
  }

  /** What differs of one sort, such as "Steps". */
  changes(title: string): Locator {
    return this.root.getByRole('region', { name: title, exact: true })
  }

  async save(name: string): Promise<void> {
    await this.root.getByRole('textbox', { name: 'Name of the version' }).fill(name)
    await this.root.getByRole('button', { name: 'Save a version' }).click()
  }

  async restore(): Promise<void> {
    await this.root.getByRole('button', { name: 'Restore', exact: true }).click()
    await this.root.waitFor({ state: 'hidden' })
  }
}
