// A Chromium and the two pages that are measured: the built app, and the floor.
import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { serve } from '../../scripts/serve.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const floorFolder = join(here, '..', 'floor')
const appFolder = join(here, '..', '..', 'apps', 'web', 'dist')
const ports = { app: 4290, floor: 4390 }

/** Builds the floor, serves both pages and starts the browser. */
export async function openBrowser() {
  execFileSync(join(here, '..', 'node_modules', '.bin', 'vite'), ['build', floorFolder, '--logLevel', 'error'], {
    stdio: 'inherit',
  })
  const app = await serve(appFolder, ports.app)
  const floor = await serve(join(floorFolder, 'dist'), ports.floor)
  const asRoot = process.getuid?.() === 0
  const browser = await chromium.launch({
    ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    args: [
      ...(asRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--js-flags=--expose-gc',
    ],
  })
  const close = async () => {
    await browser.close()
    app.server.close()
    floor.server.close()
  }
  return { browser, appUrl: app.address, floorUrl: floor.address, close }
}

/** A page with empty storage and cache. */
export async function freshPage(browser) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  return { context, page }
}

/** Milliseconds from the start of the navigation to the first frame that shows an element of `selector`. */
export async function timeToShow(page, navigate, selector) {
  await page.addInitScript((wanted) => {
    const look = () => {
      if (!document.querySelector(wanted)) return requestAnimationFrame(look)
      return requestAnimationFrame(() => requestAnimationFrame(() => (window.shownAt ??= performance.now())))
    }
    requestAnimationFrame(look)
  }, selector)
  await navigate()
  await page.waitForFunction(() => window.shownAt !== undefined, undefined, { timeout: 120_000 })
  return page.evaluate(() => window.shownAt)
}
