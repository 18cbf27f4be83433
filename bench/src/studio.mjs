// The app as the measurements use it.

/** A card that is mounted, of a step or of anything else; the floor's nodes have the same class. */
export const cards = '.react-flow__node'

/** Opens an agent in a page of its own profile, as a person would: by importing a file. */
export async function importAgent(page, appUrl, config) {
  await page.goto(appUrl)
  await page.locator(cards).first().waitFor()
  await page.getByRole('button', { name: 'Import an agent' }).click()
  await page.getByLabel('Agent file').setInputFiles({
    name: 'measured.agent.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(config)),
  })
  await page.getByRole('button', { name: 'Open as new' }).click({ timeout: 60_000 })
  await page.getByText('Saved', { exact: true }).waitFor({ timeout: 60_000 })
}

/** Opens the agent anew, as at the next visit. */
export async function reopen(page) {
  await page.reload()
  await page.locator(cards).first().waitFor()
  await settle(page)
}

/** What the canvas shows: the size of its place, and its camera. */
export async function cameraOf(page) {
  const { width, height } = await page.getByTestId('canvas').boundingBox()
  const transform = await page.locator('.react-flow__viewport').evaluate((element) => element.style.transform)
  const [, x, y, zoom] = /translate\((.+)px, (.+)px\) scale\((.+)\)/.exec(transform)
  return { width, height, x, y, zoom }
}

/** Shows everything at once. */
export async function fitAll(page) {
  await page.getByRole('button', { name: 'Fit view' }).click()
  await settle(page)
}

/**
 * Waits until the page has nothing to do for two frames. With a limit: after a drag Chromium sometimes forgets to call an
 * idle page back until something else asks for a frame.
 */
export async function settle(page) {
  await page.evaluate(
    () =>
      new Promise((resolve) =>
        requestIdleCallback(() => requestAnimationFrame(() => requestAnimationFrame(resolve)), { timeout: 2000 }),
      ),
  )
}
