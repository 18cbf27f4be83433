import { expect, type Locator, type Page } from '@playwright/test'
import type { StudioPage } from './StudioPage.ts'

/** The agent as rows. */
export class OutlineView {
  readonly studio: StudioPage
  readonly page: Page

  constructor(studio: StudioPage) {
    this.studio = studio
    this.page = studio.page
  }

  get panel(): Locator {
    return this.page.getByRole('region', { name: 'Outline', exact: true })
  }

  get grid(): Locator {
    return this.panel.getByRole('treegrid')
  }

  get rows(): Locator {
    return this.grid.getByRole('row')
  }

  /** The rows of steps, in their order. */
  get steps(): Locator {
    return this.grid.locator('[role="row"][data-row^="step "]')
  }

  /** The row of the step with this id. */
  step(stepId: string): Locator {
    return this.grid.locator(`[role="row"][data-row="step ${stepId}"]`)
  }

  /** The ways on from a step, or from `START`. */
  ways(stepId: string): Locator {
    return this.grid.locator(`[role="row"][data-row^="way ${stepId} "]`)
  }

  /** The row that says this. */
  row(name: string | RegExp): Locator {
    return this.grid.getByRole('row', { name })
  }

  /** Opens it by key, and waits until a row has the focus. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Shift+Alt+O')
    await expect(this.grid.locator('[role="row"]:focus')).toHaveCount(1)
  }

  /** The row with the focus. */
  get focused(): Locator {
    return this.grid.locator('[role="row"]:focus')
  }

  menuItem(name: string): Locator {
    return this.page.getByRole('menu').getByRole('menuitem', { name: new RegExp(`^${name}`) })
  }

  /** Chooses in the dialog that asks where a way leads. */
  get targets(): Locator {
    return this.page.getByRole('dialog', { name: 'Connect to which step?' })
  }
}
