import type { Locator, Page } from '@playwright/test'

type RunTab = 'Run' | 'Timeline' | 'State' | 'Messages' | 'Logs' | 'Usage'

/** What the run panel tells about a run. */
export class RunView {
  readonly page: Page
  readonly panel: Locator

  constructor(page: Page) {
    this.page = page
    this.panel = page.getByRole('region', { name: 'Run', exact: true })
  }

  /** Why the run failed. */
  get problem(): Locator {
    return this.panel.getByRole('alert', { name: 'Problem' })
  }

  /** The question whether an agent from outside may run. */
  get consent(): Locator {
    return this.page.getByRole('dialog', { name: 'Run this agent for the first time?' })
  }

  async allow(): Promise<void> {
    await this.consent.getByRole('button', { name: 'Run it' }).click()
  }

  async show(tab: RunTab): Promise<void> {
    await this.panel.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
  }

  async stop(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'Stop' }).click()
  }

  /** The part of the open tab with this name: "State", "Messages", "Executions". */
  area(name: string): Locator {
    return this.panel.getByRole('tabpanel').getByLabel(name, { exact: true })
  }
}
