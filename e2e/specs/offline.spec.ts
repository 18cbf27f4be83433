import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { serve } from '../../scripts/serve.mjs'
import { expect, test } from '../pages/test.ts'

test.use({ serviceWorkers: 'allow' })

const built = process.env.PETAL_DIST ?? join(import.meta.dirname, '..', '..', 'apps', 'web', 'dist')

/** Waits until the app is kept whole, and answered for. */
async function waitUntilKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated')
}

test('without a network the app opens, is edited and runs', async ({ studio, page, context }) => {
  await studio.open()
  await studio.openExample('Support triage')
  await studio.expectSaved()
  await waitUntilKept(page)
  await context.setOffline(true)
  await studio.reload()

  await studio.card('general').click()
  await studio.write('System prompt', 'Answer without a network.')
  await studio.runToEnd()
  await studio.expectSaved()
  await studio.reload()
  await studio.card('general').click()
  await expect(studio.setting('System prompt')).toContainText('Answer without a network.')
  await studio.openExample('Parallel research')
  const { name } = await studio.exportFile()
  expect(name).toBe('parallel-research.agent.json')
})

test('it can be installed: the manifest and its pictures are there', async ({ studio, page }) => {
  await studio.open()
  const address = await page.locator('link[rel="manifest"]').evaluate((link: HTMLLinkElement) => link.href)
  const manifest = await (await page.request.get(address)).json()
  expect(manifest).toMatchObject({ name: 'Petal Studio', display: 'standalone' })
  expect(new URL(manifest.start_url, address).pathname).toBe('/')
  const purposes = manifest.icons.map(({ purpose = 'any' }: { purpose?: string }) => purpose)
  expect(purposes).toContain('maskable')
  for (const icon of manifest.icons) {
    const png = await (await page.request.get(new URL(icon.src, address).href)).body()
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
    expect(`${width}x${height}`).toBe(icon.sizes)
  }
})

test('a new version is offered, and comes when the person wants it', async ({ studio, page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'petal-offline-'))
  await cp(built, folder, { recursive: true, filter: (path) => !path.endsWith('.map') })
  const { server, address } = await serve(folder, 0)
  try {
    await studio.open(address)
    await waitUntilKept(page)
    await change(join(folder, 'index.html'), '<title>Petal Studio</title>', '<title>Petal Studio, newer</title>')
    const worker = await readFile(join(folder, 'sw.js'), 'utf8')
    const [, version = ''] = /[`"']([\da-f]{16})[`"']/.exec(worker) ?? []
    expect(version).not.toBe('')
    await change(join(folder, 'sw.js'), version, 'fedcba9876543210')
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update())

    const offer = page.getByRole('listitem').filter({ hasText: 'A new version is ready' })
    await expect(offer).toBeVisible()
    await page.getByRole('textbox', { name: 'Agent name' }).fill('Edited before')
    await page.getByRole('textbox', { name: 'Agent name' }).press('Enter')
    await studio.expectSaved()
    // Nothing is forced: until it is wanted, also another visit is one of the old version.
    await studio.reload()
    await expect(page).toHaveTitle('Petal Studio')
    await offer.getByRole('button', { name: 'Reload' }).click()
    await expect(page).toHaveTitle('Petal Studio, newer')
    await expect(page.getByRole('textbox', { name: 'Agent name' })).toHaveValue('Edited before')
    await expect(studio.startCard).toBeVisible()
  } finally {
    server.close()
    await rm(folder, { recursive: true })
  }
})

async function change(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replaceAll(from, to))
}
