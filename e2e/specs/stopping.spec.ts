import { askingAgent, codeAgent } from '../pages/agents.ts'
import { CanvasView } from '../pages/CanvasView.ts'
import { countStoredEvents } from '../pages/countStoredEvents.ts'
import { RunView } from '../pages/RunView.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'
import { createGate } from '../server/createGate.ts'

/** Sets the number that the step will find while the run waits before it, and stops the run. */
async function stopAtCompute(view: RunView, number: string): Promise<void> {
  await view.breakpoint.getByRole('button', { name: 'Edit the state' }).click()
  const state = view.page.getByRole('dialog', { name: 'Edit the state' })
  await state.getByRole('textbox', { name: 'number' }).fill(number)
  await state.getByRole('button', { name: 'Set the state' }).click()
  await expect(state).toBeHidden()
  await view.breakpoint.getByRole('button', { name: 'Stop' }).click()
  await expect(view.stopped.getByRole('button', { name: 'Go on from Compute' })).toBeVisible()
}

test('Stop ends an answer that is on its way, and the request with it', async ({ studio, server }) => {
  const gate = createGate()
  server.next({ text: 'Air scatters blue light', gate: (word) => (word === 2 ? gate.passed : undefined) })
  await studio.open()
  await studio.importFile('asker.agent.json', askingAgent({ baseUrl: server.baseUrl }))
  await studio.run()
  const view = new RunView(studio.page)
  await view.allow()
  await expect(studio.answer('Ask')).toContainText('Air scatters')
  await view.stop()
  await studio.expectRun('Stopped')
  await expect(studio.answer('Ask')).toContainText('Air scatters')
  gate.open()
  await studio.runToEnd()
})

test('a step that was stopped before its first word stands in the run, and the run goes on from there', async ({
  studio,
  server,
  page,
}) => {
  const gate = createGate()
  server.next({ text: 'Too late.', gate: () => gate.passed }, { text: 'Air scatters blue.' })
  await studio.open()
  await studio.importFile('asker.agent.json', askingAgent({ baseUrl: server.baseUrl }))
  await studio.run()
  const view = new RunView(page)
  await view.allow()
  await expect.poll(() => server.requests.length).toBe(1)
  await view.stop()
  await studio.expectRun('Stopped')
  gate.open()
  await expect(studio.answer('Ask')).toHaveCount(1)
  await expect(studio.answer('Ask').getByRole('img', { name: 'Stopped' })).toBeVisible()
  await view.stopped.getByRole('button', { name: 'Go on from Ask' }).click()
  await studio.expectRun('Done')
  await expect(studio.answer('Ask')).toContainText('Air scatters blue.')
  await expect(view.stopped).toHaveCount(0)
})

test('the way on from a run that was stopped is in sight, below what was followed to its end', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.openExample('Draft, critique, revise')
  await studio.run()
  const view = new RunView(page)
  await expect(studio.answer('Critique')).toBeVisible()
  await view.stop()
  await expect(view.stopped).toBeInViewport({ ratio: 0.9 })
})

/** Runs an agent that adds one up to a breakpoint before that, and stops it there with 41. */
async function stopBeforeCompute(studio: StudioPage): Promise<RunView> {
  await studio.open()
  await studio.importFile('coder.agent.json', codeAgent('return { result: state.number + 1 }'))
  await studio.card('compute').click()
  await studio.page.keyboard.press('F9')
  await studio.run()
  const view = new RunView(studio.page)
  await view.allow()
  await stopAtCompute(view, '41')
  return view
}

test('by key: a run that was stopped at a breakpoint goes on before it, with the state as it was left', async ({
  studio,
  page,
}) => {
  const view = await stopBeforeCompute(studio)
  await page.keyboard.press('F8')
  // It stood there already: a breakpoint does not hold it a second time.
  await studio.expectRun('Done')
  await expect(studio.answer('Compute')).toContainText('42')
  await studio.run()
  await stopAtCompute(view, '98')
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox').fill('Go on with the stopped run')
  await page.keyboard.press('Enter')
  await studio.expectRun('Done')
  await expect(studio.answer('Compute')).toContainText('99')
})

test('the menu of the canvas offers to go on with a run that was stopped, those of the steps do not', async ({
  studio,
  page,
}) => {
  await stopBeforeCompute(studio)
  const canvas = new CanvasView(studio)
  const goOn = canvas.menuItem('Go on with the stopped run')
  await studio.card('compute').click({ button: 'right' })
  await expect(canvas.menuItem('Run to here')).toBeVisible()
  await expect(goOn).toHaveCount(0)
  await page.keyboard.press('Escape')
  const place = await canvas.at(0.5, 0.9)
  await page.mouse.click(place.x, place.y, { button: 'right' })
  await goOn.click()
  await studio.expectRun('Done')
  await expect(studio.answer('Compute')).toContainText('42')
  await page.mouse.click(place.x, place.y, { button: 'right' })
  await expect(canvas.menuItem('Select all')).toBeVisible()
  await expect(goOn).toHaveCount(0)
})

test('Stop ends code that would never end by itself', async ({ studio }) => {
  await studio.open()
  await studio.importFile('endless.agent.json', codeAgent('while (true) {}'))
  await studio.run()
  const view = new RunView(studio.page)
  await view.allow()
  await expect(
    studio
      .card('compute')
      .getByRole('status')
      .or(studio.card('compute').locator('[aria-busy], svg.animate-spin'))
      .first(),
  ).toBeVisible()
  await view.stop()
  await studio.expectRun('Stopped')
})

test('Stop ends the wait before another try, which is told meanwhile', async ({ studio, server }) => {
  const retry = { maxRetries: 1, backOff: 'fixed', waitMs: 100_000 } as const
  server.next({ fault: 'status', status: 500 })
  await studio.open()
  await studio.importFile('asker.agent.json', askingAgent({ baseUrl: server.baseUrl, retry }))
  await studio.run()
  const view = new RunView(studio.page)
  await view.allow()
  await expect(studio.runPanel.getByText(/“Ask” is tried again after 1 min 40 s \(try 2\)/)).toBeVisible()
  await expect(studio.card('ask')).toContainText('try 2')
  await view.stop()
  await studio.expectRun('Stopped')
  expect(server.requests).toHaveLength(1)
})

test('a run that was interrupted goes on where it was, after saying what it does again', async ({ studio, server }) => {
  const gate = createGate()
  server.next({ text: 'Air scatters blue', gate: (word) => (word === 2 ? gate.passed : undefined) }, { text: 'Anew.' })
  await studio.open()
  await studio.importFile('asker.agent.json', askingAgent({ baseUrl: server.baseUrl }))
  await studio.run()
  await new RunView(studio.page).allow()
  await expect(studio.answer('Ask')).toContainText('Air scatters')
  await expect.poll(() => countStoredEvents(studio.page, 'model-start')).toBeGreaterThan(0)
  await studio.reload()
  gate.open()
  const note = studio.runPanel.getByRole('status').filter({ hasText: 'Run interrupted at step Ask' })
  await expect(note).toContainText('does this again')
  await expect(note).toContainText('Ask, which had asked test-model')
  expect(server.requests).toHaveLength(1)
  await note.getByRole('button', { name: 'Resume' }).click()
  await studio.expectRun('Done')
  await expect(studio.answer('Ask').last()).toContainText('Anew.')
  expect(server.requests).toHaveLength(2)
})
