import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { askingAgent } from '../pages/agents.ts'
import { ImportDialog } from '../pages/ImportDialog.ts'
import { expect, test } from '../pages/test.ts'

/** A PNG of one point, as any program writes it. */
const point = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
)

async function openPictures(page: Page) {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('tab', { name: 'Picture' }).click()
  await expect(dialog.getByRole('img', { name: 'The agent as it will look' })).toBeVisible()
  return dialog
}

async function downloadPicture(page: Page, kind: 'PNG' | 'SVG') {
  const dialog = await openPictures(page)
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: `Download ${kind}` }).click()
  const file = await download
  await expect(dialog).toBeHidden()
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

/** Gives the page a file as the browser does when one is dropped or pasted. */
async function giveFile(page: Page, event: 'drop' | 'paste', file: { name: string; type: string; bytes: Buffer }) {
  const base64 = file.bytes.toString('base64')
  const transfer = await page.evaluateHandle(
    ({ name, type, content }) => {
      const data = new DataTransfer()
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
      data.items.add(new File([bytes], name, { type }))
      return data
    },
    { name: file.name, type: file.type, content: base64 },
  )
  const canvas = page.locator('.react-flow__pane')
  if (event === 'drop') await canvas.dispatchEvent('drop', { dataTransfer: transfer })
  else {
    await canvas.evaluate(
      (element, data) =>
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })),
      transfer,
    )
  }
}

test('a PNG of the canvas carries the agent, which is shown first and is the same to the byte', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.openExample('Support triage')
  const { text } = await studio.exportFile()
  const { name, bytes } = await downloadPicture(page, 'PNG')
  expect(name).toBe('support-triage.png')
  // Its size stands behind the signature and the head of its first chunk.
  expect(bytes.readUInt32BE(16)).toBeGreaterThan(1500)

  await studio.newAgent()
  await studio.chooseImport(name, bytes)
  const dialog = new ImportDialog(page)
  await expect(dialog.root).toContainText('Import Support triage')
  await dialog.openAsNew()
  await expect(studio.card('classify')).toBeVisible()
  expect((await studio.exportFile()).text).toBe(text)
})

test('an SVG of the canvas says what the canvas says, in the colours of the theme, and is dropped to come back', async ({
  studio,
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await studio.open()
  await studio.openExample('Support triage')
  const { text } = await studio.exportFile()
  const light = await downloadPicture(page, 'SVG')
  const svg = light.bytes.toString('utf8')
  for (const words of ['Sort the request', 'Handle the refund', 'Router', 'refund', 'Start', 'End']) {
    expect(svg).toContain(`>${words}</text>`)
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const dark = (await downloadPicture(page, 'SVG')).bytes.toString('utf8')
  const background = (drawing: string) => /<rect [^>]*fill="([^"]+)"/.exec(drawing)?.[1]
  expect(background(svg)).toMatch(/^#/)
  expect(background(dark)).not.toBe(background(svg))

  await studio.newAgent()
  await giveFile(page, 'drop', { name: light.name, type: 'image/svg+xml', bytes: light.bytes })
  await new ImportDialog(page).openAsNew()
  await expect(studio.card('classify')).toBeVisible()
  expect((await studio.exportFile()).text).toBe(text)
})

test('a picture file is pasted', async ({ studio, page }) => {
  await studio.open()
  await studio.openExample('Parallel research')
  const { bytes } = await downloadPicture(page, 'PNG')
  await studio.newAgent()
  await giveFile(page, 'paste', { name: 'picture.png', type: 'image/png', bytes })
  await expect(new ImportDialog(page).root).toContainText('Import Parallel research')
})

test('a picture without an agent says so, and what is open stays', async ({ studio, page }) => {
  await studio.open()
  await studio.openExample('Support triage')
  const before = await studio.exportFile()
  const dialog = new ImportDialog(page)
  await studio.chooseImport('point.png', point)
  await expect(dialog.refusal).toContainText('This picture holds no agent')
  await expect(dialog.refusal).toContainText('import.picture')
  await dialog.choose('drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await expect(dialog.refusal).toContainText('drawing.svg cannot be opened')
  await page.keyboard.press('Escape')
  await expect(dialog.root).toBeHidden()

  await giveFile(page, 'paste', { name: 'photo.jpg', type: 'image/jpeg', bytes: Buffer.from('no picture of ours') })
  await expect(dialog.refusal).toContainText('photo.jpg cannot be opened')
  await expect(dialog.refusal).toContainText('This picture holds no agent')
  await page.keyboard.press('Escape')
  expect(await studio.exportFile()).toEqual(before)
})

test('a text that looks like a key is pointed out before a picture leaves', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile(
    'careless.agent.json',
    askingAgent({}).replace('Be brief.', 'Use sk-proj-abcdefghijklmnop1234567890 for it.'),
  )
  const dialog = await openPictures(page)
  await expect(dialog.getByRole('alert')).toContainText('looks like a secret')
  await expect(dialog.getByRole('button', { name: 'Download PNG' })).toBeEnabled()
})
