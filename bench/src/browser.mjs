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
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  return { context, page }
}

/** From now on the page notes for each visit when the first frame with a card was shown. */
export async function watchCards(page) {
  await page.addInitScript(() => {
    const look = () => {
      if (!document.querySelector('.react-flow__node')) return requestAnimationFrame(look)
      return requestAnimationFrame(() => requestAnimationFrame(() => (window.cardsAt = performance.now())))
    }
    requestAnimationFrame(look)
  })
}

/** From now on the page tries a click on a card from the first frame on, and notes when one had its effect. */
export async function watchClicks(page) {
  await page.addInitScript(() => {
    const tryOut = () => {
      if (document.querySelector('.react-flow__node.selected'))
        return requestAnimationFrame(() => (window.clicksAt = performance.now()))
      document.querySelector('.react-flow__node:not([data-id="START"])')?.click()
      return requestAnimationFrame(tryOut)
    }
    requestAnimationFrame(tryOut)
  })
}

/** Milliseconds from the start of the navigation to what the page notes as `cardsAt` or `clicksAt`. */
export async function timeTo(name, page, navigate) {
  await navigate()
  await page.waitForFunction((wanted) => window[wanted] !== undefined, name, { timeout: 120_000 })
  return page.evaluate((wanted) => window[wanted], name)
}
