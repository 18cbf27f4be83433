import { expect, type Locator, type Page } from '@playwright/test'

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

  /** The questions that wait, each on its card. */
  get questions(): Locator {
    return this.panel.getByRole('group', { name: /waits for you$/ })
  }

  /** The question of the step with this name. */
  question(stepName: string): Locator {
    return this.panel.getByRole('group', { name: `${stepName} waits for you` })
  }

  /** What a person did in the run, as its list says it. */
  deed(words: string | RegExp): Locator {
    return this.panel.getByRole('note', { name: words })
  }

  /** The card of a run that a person has stopped. */
  get stopped(): Locator {
    return this.panel.getByRole('group', { name: 'The run was stopped' })
  }

  /** The card of a run that stopped at a breakpoint. */
  get breakpoint(): Locator {
    return this.panel.getByRole('group', { name: 'The run waits for you' })
  }

  /** Waits for the end, approving whatever is asked on the way. */
  async agreeToAll(): Promise<void> {
    // Of the run: steps that are done have a mark of the same name.
    const ended = this.panel.locator('[data-run]').getByRole('img', { name: 'Done', exact: true })
    const approve = this.questions.getByRole('button', { name: 'Approve' }).first()
    while (true) {
      await expect(ended.or(approve).first()).toBeVisible({ timeout: 30_000 })
      if (await ended.isVisible()) return
      await approve.click()
      await expect(approve).toBeHidden()
    }
  }

  async allow(): Promise<void> {
    await this.consent.getByRole('button', { name: 'Run it' }).click()
  }

  /** The question whether something of an agent from outside may be tried. */
  get trialConsent(): Locator {
    return this.page.getByRole('dialog', { name: 'Try this agent for the first time?' })
  }

  async allowTrial(): Promise<void> {
    await this.trialConsent.getByRole('button', { name: 'Try it' }).click()
    await expect(this.trialConsent).toBeHidden()
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
