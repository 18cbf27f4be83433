// The app as the measurements use it.

/** Opens an agent in a page of its own profile, as a person would: by importing a file. */
export async function importAgent(page, appUrl, config) {
  await page.goto(appUrl)
  await page.locator('.react-flow__node').first().waitFor()
  await page.getByRole('button', { name: 'Import an agent' }).click()
  await page.getByLabel('Agent file').setInputFiles({
    name: 'measured.agent.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(config)),
  })
  await page.getByRole('button', { name: 'Open as new' }).click({ timeout: 60_000 })
  await page.getByText('Saved', { exact: true }).waitFor({ timeout: 60_000 })
}

/** Shows everything at once. */
export async function fitAll(page) {
  await page.getByRole('button', { name: 'Fit view' }).click()
  await settle(page)
}

/** Waits until the page has nothing to do for two frames. */
export async function settle(page) {
  await page.evaluate(
    () =>
      new Promise((resolve) => requestIdleCallback(() => requestAnimationFrame(() => requestAnimationFrame(resolve)))),
  )
}
