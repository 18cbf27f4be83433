import { smallAgent, toText } from '../pages/agents.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

const noted = { ...smallAgent, layout: { ask: [0, 0] }, notes: [{ text: 'Reads **once**.', position: [0, 200] }] }

function notesOf(studio: StudioPage) {
  return studio.page.locator('.react-flow__node-note')
}

test('a note is written by key, moved, coloured, found in the file, and undone', async ({ studio }) => {
  await studio.open()
  await studio.importFile('small.agent.json', toText({ ...smallAgent, layout: { ask: [0, 0] } }))
  await studio.page.keyboard.press('Shift+S')
  const field = studio.page.getByRole('textbox', { name: 'Text of the note' })
  await expect(field).toBeFocused()
  await field.pressSequentially('Ask **once**, then stop.')
  await field.press('Escape')
  const note = notesOf(studio)
  await expect(note.locator('strong')).toHaveText('once')
  await expect(note).toBeFocused()

  const before = await note.boundingBox()
  await studio.page.keyboard.press('ArrowRight')
  await expect.poll(async () => ((await note.boundingBox())?.x ?? 0) - (before?.x ?? 0)).toBeCloseTo(8, 0)
  await note.click({ button: 'right' })
  await studio.page.getByRole('menuitem', { name: 'Make it blue' }).click()
  const { notes } = (await studio.readAgent()) as { notes?: unknown }
  expect(notes).toMatchObject([{ text: 'Ask **once**, then stop.', colour: 'blue', size: [240, 140] }])

  await note.click()
  await studio.page.keyboard.press('Delete')
  await expect(note).toHaveCount(0)
  await studio.undo()
  await expect(note.locator('strong')).toHaveText('once')
  for (let times = 0; times < 4; times += 1) await studio.undo()
  await expect(note).toHaveCount(0)
})

test('a note of a file is shown as text that can do nothing, and is resized by its corner', async ({ studio }) => {
  const requests: string[] = []
  studio.page.on('request', (request) => requests.push(request.url()))
  await studio.open()
  const text = '<img src=x onerror=alert(1)> ![see](https://elsewhere.example/a.png) [link](javascript:alert(1))'
  await studio.importFile('noted.agent.json', toText({ ...noted, notes: [{ ...noted.notes[0], text, by: 'Ada' }] }))
  const note = notesOf(studio)
  await expect(note).toContainText('<img src=x onerror=alert(1)>')
  await expect(note.locator('img, a')).toHaveCount(0)
  expect(requests.filter((url) => url.includes('elsewhere.example'))).toEqual([])

  await note.click()
  const grip = note.getByTestId('note-size')
  const from = await grip.boundingBox()
  if (from === null) throw new Error('There is no corner to take hold of')
  await studio.page.mouse.move(from.x + 8, from.y + 8)
  await studio.page.mouse.down()
  await studio.page.mouse.move(from.x + 68, from.y + 48, { steps: 4 })
  await studio.page.mouse.up()
  const size = async () => ((await studio.readAgent()) as { notes?: { size?: number[] }[] }).notes?.[0]
  const changed = await size()
  expect(changed?.size?.[0]).toBeGreaterThan(260)
  expect(changed).toMatchObject({ by: 'Ada' })
})

test('notes and cards are selected and moved together', async ({ studio }) => {
  await studio.open()
  await studio.importFile('noted.agent.json', toText(noted))
  await studio.card('ask').click()
  await notesOf(studio).click({ modifiers: ['ControlOrMeta'] })
  await studio.page.keyboard.press('ArrowDown')
  const agent = (await studio.readAgent()) as Awaited<ReturnType<StudioPage['readAgent']>> & {
    notes?: { position: number[] }[]
  }
  expect(agent.layout.ask).toEqual([0, 8])
  expect(agent.notes?.[0]?.position).toEqual([0, 208])
  await studio.undo()
  const back = (await studio.readAgent()) as typeof agent
  expect(back.layout.ask).toEqual([0, 0])
})
