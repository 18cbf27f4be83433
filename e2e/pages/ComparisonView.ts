import type { Locator, Page } from '@playwright/test'

/** Two versions of an agent as one picture. */
export class ComparisonView {
  readonly root: Locator

  constructor(page: Page) {
    this.root = page.getByRole('dialog').filter({ has: page.getByRole('button', { name: 'Next change' }) })
  }

  /** Where one is: which change, and what it is. */
  get status(): Locator {
    return this.root.getByRole('status')
  }

  get next(): Locator {
    return this.root.getByRole('button', { name: 'Next change' })
  }

  /** What is different in the change in hand. */
  get detail(): Locator {
    return this.root.getByRole('region', { name: 'The change' })
  }

  mark(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true })
  }

  card(stepId: string): Locator {
    return this.root.locator(`.react-flow__node[data-id="${stepId}"]`)
  }
}
