import type { Browser, Page } from '@playwright/test'
import { StudioPage } from './StudioPage.ts'

/** A browser that was ended and started again: another context, with what the first had on its disk. */
export async function restartBrowser(
  browser: Browser,
  page: Page,
  work: (studio: StudioPage) => Promise<void>,
): Promise<void> {
  const url = page.url()
  const storageState = await page.context().storageState({ indexedDB: true })
  await page.close()
  const context = await browser.newContext({ storageState })
  const studio = new StudioPage(await context.newPage())
  await studio.open(url)
  await work(studio)
  await context.close()
}
