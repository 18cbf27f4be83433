import { smallAgent as agent, askingAgent, smallStep as step, toText } from '../pages/agents.ts'
import { badFiles } from '../pages/badFiles.ts'
import { CanvasView } from '../pages/CanvasView.ts'
import { chainAgent } from '../pages/drawnAgents.ts'
import { ImportDialog } from '../pages/ImportDialog.ts'
import { RunView } from '../pages/RunView.ts'
import { expect, test } from '../pages/test.ts'

test('a file that cannot be opened gives one coded message, and the open agent stays as it is', async ({ studio }) => {
  test.slow()
  await studio.open()
  await studio.openExample('Parallel research')
  const before = await studio.exportFile()
  const url = studio.page.url()
  const dialog = new ImportDialog(studio.page)
  await studio.page.getByRole('button', { name: 'Import an agent' }).click()
  for (const { what, content, code, says } of badFiles) {
    await test.step(what, async () => {
      await dialog.choose(`${what}.json`, content)
      await expect(dialog.refusal).toContainText(says)
      await expect(dialog.refusal).toContainText(`${what}.json`)
      await expect(dialog.refusal).toContainText(code)
      await expect(dialog.refusal).toHaveCount(1)
    })
  }
  await studio.page.keyboard.press('Escape')
  expect(await studio.exportFile()).toEqual(before)
  expect(studio.page.url()).toBe(url)
  await studio.runToEnd()
})

test('what nobody here knows is named, kept and written back', async ({ studio }) => {
  const file = {
    ...agent,
    name: 'From the future',
    steps: [
      { ...step, colour: 'green' },
      { id: 'dream', strategyType: 'dreamer', nodeName: 'Dream', config: { depth: 3, of: ['sheep'] } },
    ],
    mood: { today: 'good' },
  }
  await studio.open()
  await studio.chooseImport('future.agent.json', toText(file))
  const dialog = new ImportDialog(studio.page)
  await expect(dialog.section('A run would use')).toContainText('dreamer')
  await expect(dialog.section('Read with remarks')).toContainText('mood')
  await expect(dialog.section('Read with remarks')).toContainText('colour')
  await expect(dialog.section('In the way of a run')).toContainText('Unknown step type: dreamer')
  await expect(dialog.root.getByRole('region').first()).toHaveAccessibleName('In the way of a run')
  await dialog.openAsNew()
  await expect(studio.card('dream')).toContainText('Dream')

  const { text } = await studio.exportFile()
  const back = JSON.parse(text)
  expect(back).toMatchObject({ mood: file.mood, steps: file.steps })
  await studio.run()
  await expect(studio.runPanel.getByRole('alert')).toContainText('Unknown step type: dreamer')
})

test('a file of a newer version is drawn, can be viewed and exported to the byte, and nothing else', async ({
  studio,
  page,
}) => {
  const file = { ...agent, version: 9, name: 'Later', memory: { memoryType: 'dreams' }, era: { of: 'tomorrow' } }
  // With a byte order mark, and without a final newline: what leaves must be what came.
  const bytes = `\uFEFF${JSON.stringify(file)} `
  await studio.open()
  await studio.chooseImport('later.agent.json', bytes)
  const dialog = new ImportDialog(page)
  const reason = 'Made with a newer version (v9). Update to edit. You can view and export.'
  await expect(dialog.root).toContainText(reason)
  await expect(dialog.root).toContainText('memory')
  await dialog.root.getByRole('button', { name: 'Open to view' }).click()
  await expect(page.getByRole('status').filter({ hasText: reason })).toBeVisible()

  await test.step('it is seen but not changed', async () => {
    const card = studio.card('ask')
    const distance = async () => ((await card.boundingBox())?.x ?? 0) - ((await studio.startCard.boundingBox())?.x ?? 0)
    const before = await distance()
    await new CanvasView(studio).moveCard(card, 80, 60)
    expect(await distance()).toBe(before)
    await card.click()
    await expect(studio.setting('Prompt')).toContainText('Hello')
    await expect(studio.setting('Prompt')).toHaveAttribute('aria-readonly', 'true')
    await page.keyboard.press('Delete')
    await expect(page.getByRole('button', { name: 'Add Output', exact: true })).toBeDisabled()
    await expect(studio.cards).toHaveCount(1)
    await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled()
  })
  await test.step('it does not run, and says why', async () => {
    await studio.run()
    await expect(studio.runPanel.getByRole('alert')).toContainText(reason)
  })
  await test.step('it comes back after a reload, and leaves as it came', async () => {
    await studio.reload()
    await expect(page.getByRole('status').filter({ hasText: reason })).toBeVisible()
    expect((await studio.exportFile()).text).toBe(bytes)
  })
  await test.step('the next agent may be edited again', async () => {
    await studio.newAgent()
    await expect(page.getByRole('status').filter({ hasText: reason })).toBeHidden()
    await page.getByRole('button', { name: 'Add Output', exact: true }).click()
    await expect(studio.cards).toHaveCount(1)
  })
})

test('petal’s own spelling is read, and written in ours', async ({ studio }) => {
  await studio.open()
  await studio.chooseImport(
    'old.json',
    toText({
      name: 'From petal',
      state_type: { name: 'State', fields: { topic: { type: 'string', input: true, default: 'rain' } } },
      steps: [{ strategy_type: 'llm', config: { prompt_template: 'About {topic}', system_prompt: 'Be kind.' } }],
    }),
  )
  const dialog = new ImportDialog(studio.page)
  await expect(dialog.section('Read with remarks')).toContainText('strategy')
  await dialog.openAsNew()
  const { text } = await studio.exportFile()
  expect(JSON.parse(text).steps[0]).toMatchObject({
    strategyType: 'llm',
    config: { promptTemplate: 'About {topic}', systemPrompt: 'Be kind.' },
  })
})

test('a dropped file is shown first; the same file can be given twice', async ({ studio }) => {
  const text = askingAgent({ name: 'Dropped' })
  await studio.open()
  const dialog = new ImportDialog(studio.page)
  for (const time of ['first', 'second']) {
    await test.step(`the ${time} time`, async () => {
      await dialog.drop('dropped.agent.json', text)
      await expect(dialog.root).toHaveAccessibleName('Import Dropped')
      await dialog.openAsNew()
      await expect(dialog.root).toBeHidden()
      await expect(studio.page.getByRole('textbox', { name: 'Agent name' })).toHaveValue('Dropped')
    })
  }
  for (const time of ['third', 'fourth']) {
    await test.step(`chosen for the ${time} time`, async () => studio.importFile('dropped.agent.json', text))
  }
  await studio.page.getByRole('button', { name: 'Open the library' }).click()
  await expect(studio.page.getByRole('button', { name: 'Open Dropped' })).toHaveCount(4)
})

test('a pasted text is shown first', async ({ studio }) => {
  await studio.open()
  const dialog = new ImportDialog(studio.page)
  await dialog.paste(askingAgent({ name: 'Pasted' }))
  await expect(dialog.root).toHaveAccessibleName('Import Pasted')
  await dialog.openAsNew()
  await expect(studio.card('ask')).toBeVisible()
})

test('the preview tells hosts, models, code and differences; replacing can be undone', async ({ studio }) => {
  await studio.open()
  await studio.importFile('one.agent.json', askingAgent({ baseUrl: 'http://models.example:8080/v1', name: 'One' }))
  const before = await studio.exportFile()
  const other = JSON.parse(askingAgent({ baseUrl: 'https://elsewhere.example/v1', model: 'm2', name: 'Two' }))
  other.steps.push({ id: 'sum', strategyType: 'custom', nodeName: 'Sum up', config: { code: 'return {}' } })
  await studio.chooseImport('two.agent.json', toText(other))

  const dialog = new ImportDialog(studio.page)
  const uses = dialog.section('A run would use')
  await expect(uses).toContainText('elsewhere.example')
  await expect(uses).toContainText('m2')
  await expect(uses).toContainText('Sum up')
  const against = dialog.section('Against the open agent')
  await expect(against.getByRole('region', { name: 'Settings of the agent' }).getByRole('listitem')).toContainText([
    'Name',
    'Model',
  ])
  await expect(against.getByRole('region', { name: 'Steps' }).getByRole('listitem')).toContainText(['Sum up'])
  await dialog.replace()
  await expect(studio.card('sum')).toBeVisible()
  await studio.undo()
  await expect(studio.card('sum')).toHaveCount(0)
  expect(await studio.exportFile()).toEqual(before)
})

test('of another agent than the open one the preview tells what it has; to compare them is one click away', async ({
  studio,
}) => {
  await studio.open()
  await studio.importFile('one.agent.json', askingAgent({ name: 'One' }))
  await studio.chooseImport('chain.agent.json', chainAgent)
  const dialog = new ImportDialog(studio.page)
  const another = dialog.section('A different agent from the open one')
  await expect(another.getByRole('region', { name: 'Steps' }).getByRole('listitem')).toHaveText([
    /^First\s*Set values$/,
    /^Second/,
    /^Third/,
  ])
  await expect(another.getByRole('region', { name: 'State' }).getByRole('listitem')).toContainText([
    'questionstringinput',
    'text',
    'output',
  ])
  await expect(dialog.root.getByText('Removed')).toHaveCount(0)
  await another.getByRole('button', { name: 'Compare with the open agent' }).click()
  const against = dialog.section('Against the open agent')
  await expect(against.getByRole('region', { name: 'Steps' }).getByRole('listitem')).toContainText(['Removed'])
  await expect(another).toHaveCount(0)
})

test('looking and opening asks nobody; the first run asks the person', async ({ studio, server }) => {
  const own = new URL(test.info().project.use.baseURL ?? '').origin
  const elsewhere: string[] = []
  await studio.open()
  studio.page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(own) && !/^(blob|data):/.test(url)) elsewhere.push(url)
  })
  const text = askingAgent({ baseUrl: server.baseUrl }).replace('Be brief.', `![x](${server.baseUrl}/pixel.png)`)
  await studio.importFile('asker.agent.json', text)
  await studio.card('ask').click()
  await expect(studio.sidePanel).toContainText('pixel.png')
  await studio.reload()
  await studio.run()
  const view = new RunView(studio.page)
  await expect(view.consent).toContainText(new URL(server.baseUrl).host)
  await view.consent.getByRole('button', { name: 'Not now' }).click()
  await expect(view.consent).toBeHidden()
  expect(server.visits).toEqual([])
  expect(elsewhere).toEqual([])

  await studio.run()
  await view.allow()
  await studio.expectRun('Done')
  expect(server.requests).toHaveLength(1)

  // Agreed once, it asks no more, also after a reload.
  await studio.reload()
  await studio.runToEnd()
})

test('HTML in names stays text', async ({ studio }) => {
  const name = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
  const file = JSON.parse(askingAgent({ name }))
  file.steps[0].nodeName = '<b>bold</b>'
  file.description = '<iframe src="https://example.com"></iframe>'
  await studio.open()
  await studio.chooseImport('html.agent.json', toText(file))
  const dialog = new ImportDialog(studio.page)
  await expect(dialog.root).toContainText(file.description)
  await dialog.openAsNew()
  await expect(studio.page.getByRole('textbox', { name: 'Agent name' })).toHaveValue(name)
  await expect(studio.card('ask')).toContainText('<b>bold</b>')
  await studio.page.getByRole('button', { name: 'Open the library' }).click()
  await expect(studio.page.getByRole('dialog')).toContainText(name)
  await expect(studio.page.locator('img[src="x"], iframe, b')).toHaveCount(0)
  await expect(studio.page).toHaveTitle(/Petal/)
})
