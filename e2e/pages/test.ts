import { test as base } from '@playwright/test'
import { ModelServer } from '../server/ModelServer.ts'
import { StudioPage } from './StudioPage.ts'

interface Fixtures {
  /** A studio with empty storage; the test fails when the page reports an error or breaks its own policy. */
  readonly studio: StudioPage
  /** A model server of the test's own. */
  readonly server: ModelServer
}

/** Playwright's `test` with a studio and a model server. */
export const test = base.extend<Fixtures>({
  studio: async ({ page }, use) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => {
      // What the network refuses on purpose is told by the run panel, and by the browser's own console.
      if (message.type() === 'error' && !/Failed to load resource|CORS policy/.test(message.text()))
        faults.push(message.text())
    })
    await use(new StudioPage(page))
    base.expect(faults, 'errors in the page').toEqual([])
  },
  server: async ({ browserName: _ }, use) => {
    const server = await new ModelServer().start()
    await use(server)
    await server.stop()
  },
})

export { expect } from '@playwright/test'
