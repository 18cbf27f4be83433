import { DocumentsView } from '../pages/DocumentsView.ts'
import { makeDocx, makePdf } from '../pages/documentFiles.ts'
import { RunView } from '../pages/RunView.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

const agent = JSON.stringify({
  version: 1,
  name: 'Library',
  stateType: {
    name: 'LibraryState',
    fields: {
      question: { type: 'string', default: 'Who feeds the lighthouse cat?', input: true },
      passages: { type: 'array' },
      output: { type: 'string' },
    },
  },
  steps: [
    {
      id: 'search',
      strategyType: 'retrieve',
      nodeName: 'Search',
      config: {
        documents: [{ name: 'first.txt', text: 'The harbour opens at six.' }],
        query: '{question}',
        writes: 'passages',
        limit: 1,
      },
    },
    {
      id: 'say',
      strategyType: 'output',
      nodeName: 'Say',
      config: { template: 'Found {passages[0].source}: {passages[0].text}' },
    },
  ],
  layout: { search: [0, 0], say: [340, 0] },
})

async function openLibrary(studio: StudioPage): Promise<DocumentsView> {
  await studio.open()
  await studio.importFile('library.agent.json', agent)
  await studio.card('search').click()
  return new DocumentsView(studio.page)
}

/** A text of more than the file holds, with one sentence worth finding. */
const long = `${'The tide comes and goes, and nobody counts the waves. '.repeat(200)}\n\nThe keeper Ann feeds the lighthouse cat.\n`

const files = [
  { name: 'notes.md', content: '# Notes\n\nThe baker sells violet bread.', word: 'violet' },
  {
    name: 'page.html',
    content:
      '<title>T</title><script>alert(1)</script><p>The <b>tailor</b> mends&nbsp;sails.<img src="https://example.com/x.png">',
    word: 'sails',
  },
  { name: 'report.pdf', content: makePdf('The first page is dull.', 'The smith forges anchors.'), word: 'anchors' },
  { name: 'letter.docx', content: makeDocx('Dear reader,', 'the cooper builds barrels.'), word: 'barrels' },
  { name: 'umlaut.txt', content: Buffer.from('\ufeffDie Müllerin mahlt Körner.', 'utf16le'), word: 'korner' },
]

test('files of each kind are read, and a query finds what they say', async ({ studio }) => {
  const documents = await openLibrary(studio)
  const requests: string[] = []
  studio.page.on('request', (request) => requests.push(request.url()))
  await documents.addFiles(...files)
  await expect(documents.rows).toHaveCount(files.length + 1)
  for (const { name, word } of files) {
    await expect(documents.row(name)).toContainText(/1 passage/)
    await documents.try(word)
    await expect(documents.hits).toHaveCount(1)
    await expect(documents.hits).toContainText(name)
  }
  await expect(documents.hits).toContainText('Die Müllerin mahlt Körner.')
  expect(requests.filter((url) => url.includes('example.com'))).toEqual([])
  const { steps } = await studio.readAgent()
  const kept = JSON.stringify(steps[0]?.config)
  expect(kept).toContain('The tailor mends sails.')
  expect(kept).not.toContain('alert')
})

test('a long document stays on this device; after a reload its index is there and nothing is read again', async ({
  studio,
}) => {
  const documents = await openLibrary(studio)
  await documents.addFiles({ name: 'tides.txt', content: long })
  await expect(documents.row('tides.txt')).toContainText('kept on this device')
  await expect(documents.row('tides.txt')).toContainText(/\d+ passages/)
  await studio.run()
  await new RunView(studio.page).allow()
  await studio.expectRun('Done')
  await expect(studio.answer('Say')).toContainText('Found tides.txt')
  await expect(studio.answer('Say')).toContainText('The keeper Ann feeds the lighthouse cat.')
  expect(await documents.kept()).toEqual({ indexes: 1, texts: 1 })
  await studio.expectSaved()

  const workers: string[] = []
  studio.page.on('worker', (worker) => workers.push(worker.url()))
  await studio.reload()
  await studio.runToEnd()
  await expect(studio.answer('Say')).toContainText('The keeper Ann feeds the lighthouse cat.')
  expect(await documents.kept()).toEqual({ indexes: 1, texts: 1 })
  expect(workers.filter((url) => url.includes('parse'))).toEqual([])
})

test('an export names a long document, or brings it', async ({ studio, browser }) => {
  const documents = await openLibrary(studio)
  await documents.addFiles({ name: 'tides.txt', content: long })
  await expect(documents.row('tides.txt')).toBeVisible()
  const { text: named } = await studio.exportFile()
  expect(named).not.toContain('lighthouse cat.')
  expect(named).toContain('"hash"')

  await studio.page.getByRole('button', { name: 'Export', exact: true }).click()
  await studio.page.getByRole('switch', { name: 'Include the documents' }).click()
  await expect(studio.page.getByText('Their texts are part of the file')).toBeVisible()
  const download = studio.page.waitForEvent('download')
  await studio.page.getByRole('button', { name: /^Download/ }).click()
  const { readFile } = await import('node:fs/promises')
  const whole = await readFile(await (await download).path(), 'utf8')
  expect(whole).toContain('feeds the lighthouse cat.')

  const elsewhere = await browser.newContext({ baseURL: new URL(studio.page.url()).origin })
  const { StudioPage } = await import('../pages/StudioPage.ts')
  const other = new StudioPage(await elsewhere.newPage())
  await other.open()
  await other.chooseImport('named.agent.json', named)
  await expect(other.page.getByRole('dialog').getByRole('alert')).toContainText('tides.txt')
  await other.page.getByRole('button', { name: 'Open as new' }).click()
  const run = new RunView(other.page)
  await other.run()
  await run.allow()
  await other.expectRun('Failed')
  await expect(run.problem).toContainText('The document "tides.txt" is not on this device')

  await other.importFile('whole.agent.json', whole)
  await other.run()
  await run.allow()
  await other.expectRun('Done')
  await expect(other.answer('Say')).toContainText('The keeper Ann feeds the lighthouse cat.')
  await elsewhere.close()
})

test('a text that looks like a key is pointed out once its document goes along', async ({ studio, page }) => {
  const documents = await openLibrary(studio)
  await documents.addFiles({ name: 'tides.txt', content: `${long} sk-proj-abcdefghijklmnop1234567890` })
  await expect(documents.row('tides.txt')).toBeVisible()
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByRole('switch', { name: 'Include the documents' })).toBeVisible()
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  await dialog.getByRole('switch', { name: 'Include the documents' }).click()
  await expect(dialog.getByRole('alert')).toContainText('looks like a secret')
  // It stays so while one looks at the other ways.
  await dialog.getByRole('tab', { name: 'Mermaid' }).click()
  await dialog.getByRole('tab', { name: 'Agent file' }).click()
  await expect(dialog.getByRole('switch', { name: 'Include the documents' })).toBeChecked()
})

test('a document is removed, and comes back by undo', async ({ studio }) => {
  const documents = await openLibrary(studio)
  await documents.addText('Terms', 'Mugs can be returned.')
  await expect(documents.rows).toHaveCount(2)
  await documents.panel.getByRole('button', { name: 'Remove Terms' }).click()
  await expect(documents.rows).toHaveCount(1)
  await studio.page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(documents.row('Terms')).toBeVisible()
})

test('files that cannot be read say why', async ({ studio }) => {
  const documents = await openLibrary(studio)
  const alerts = documents.panel.getByRole('list', { name: 'Documents' }).getByRole('alert')
  await documents.addFiles(
    { name: 'broken.pdf', content: 'no PDF at all' },
    { name: 'broken.docx', content: 'no zip at all' },
    { name: 'latin.txt', content: Buffer.from('Körner', 'latin1') },
    { name: 'empty.md', content: ' \n' },
    { name: 'picture.png', content: 'x' },
    { name: 'good.txt', content: 'The ferry is late.' },
  )
  await expect(documents.row('good.txt')).toContainText('1 passage')
  await expect(alerts).toHaveCount(5)
  const codes = ['import.damaged', 'import.damaged', 'import.encoding', 'import.empty', 'import.unsupported']
  for (const [index, code] of codes.entries()) await expect(alerts.nth(index)).toContainText(code)
  await documents.panel.getByRole('button', { name: 'Dismiss latin.txt' }).click()
  await expect(alerts).toHaveCount(4)
})

test('a file that is dropped on the documents is one of them, and no agent to import', async ({ studio }) => {
  const documents = await openLibrary(studio)
  const place = documents.panel.getByRole('region', { name: 'Add documents' })
  const data = await studio.page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['The ferry is late.'], 'ferry.txt'))
    return transfer
  })
  for (const type of ['dragenter', 'dragover', 'drop']) await place.dispatchEvent(type, { dataTransfer: data })
  await expect(documents.row('ferry.txt')).toContainText('1 passage')
  await expect(studio.page.getByRole('dialog')).toHaveCount(0)
})
