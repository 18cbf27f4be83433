import { toText } from '../pages/agents.ts'
import { countStoredEvents } from '../pages/countStoredEvents.ts'
import { RunView } from '../pages/RunView.ts'
import { restartBrowser } from '../pages/restartBrowser.ts'
import { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

const fields = {
  draft: { type: 'string', default: 'First words.' },
  why: { type: 'string' },
  log: { type: 'array', reducer: 'append' },
  output: { type: 'any' },
}

/** A step that asks a person, and one after it that notes something. */
function askingAgent(config: object, exit?: string): string {
  return toText({
    version: 1,
    name: 'Asks a person',
    stateType: { name: 'State', fields },
    steps: [
      { id: 'ask', strategyType: 'human', nodeName: 'Ask', config },
      { id: 'say', strategyType: 'output', nodeName: 'Say', config: { format: 'field', field: 'log' } },
      note('note', '{draft} / {why}'),
    ],
    edges: [
      { from: 'START', to: 'ask' },
      { from: 'ask', ...(exit === undefined ? {} : { exit }), to: 'note' },
      { from: 'note', to: 'say' },
    ],
    layout: { ask: [0, 0], note: [340, 0], say: [680, 0] },
  })
}

function note(id: string, value: string) {
  return { id, strategyType: 'set', nodeName: id, config: { values: [{ field: 'log', kind: 'template', value }] } }
}

async function start(studio: StudioPage, agent: string): Promise<RunView> {
  await studio.open()
  await studio.importFile('asks.agent.json', agent)
  await studio.run()
  const view = new RunView(studio.page)
  await view.allow()
  return view
}

test('a person approves, and says why; the run tells so, also after a reload', async ({ studio, page }) => {
  const view = await start(studio, askingAgent({ title: 'Publish?', text: '**{draft}**', writes: 'why' }, 'approved'))
  const card = view.question('Ask')
  await expect(card).toContainText('Publish?')
  await expect(card.locator('strong')).toHaveText('First words.')
  await expect(card.getByRole('textbox', { name: /Reason/ })).toBeFocused()
  await card.getByRole('textbox', { name: /Reason/ }).fill('Fine.')
  await card.getByRole('button', { name: 'Approve' }).click()
  await studio.expectRun('Done')
  await expect(studio.answer('Say')).toContainText('First words. / Fine.')
  await expect(view.deed('Ask: Approved by a person')).toContainText('Fine.')
  await expect.poll(() => countStoredEvents(page, 'run-end')).toBe(1)
  await studio.reload()
  await expect(view.deed('Ask: Approved by a person')).toContainText('Fine.')
})

test('the big button leads to the question that waits, from any tab, and so does its key', async ({ studio, page }) => {
  const view = await start(studio, askingAgent({ title: 'Publish?', text: '**{draft}**', writes: 'why' }, 'approved'))
  const reason = view.question('Ask').getByRole('textbox', { name: /Reason/ })
  await expect(reason).toBeVisible()
  await view.show('State')
  await page.getByRole('banner').getByRole('button', { name: 'Answer…' }).click()
  await expect(reason).toBeFocused()
  await view.show('State')
  await page.keyboard.press('F8')
  await expect(reason).toBeFocused()
})

test('a rejection that needs a reason cannot be given without one', async ({ studio }) => {
  const view = await start(studio, askingAgent({ text: '{draft}', reasonRequired: true, writes: 'why' }, 'rejected'))
  const card = view.question('Ask')
  await expect(card.getByRole('button', { name: 'Reject' })).toBeDisabled()
  await card.getByRole('textbox', { name: /Reason/ }).fill('Dull.')
  await card.getByRole('button', { name: 'Reject' }).click()
  await studio.expectRun('Done')
  await expect(studio.answer('Say')).toContainText('First words. / Dull.')
  await expect(view.deed('Ask: Rejected by a person')).toContainText('Dull.')
})

test('what a person answered within a called agent is told with the way to the step that asked', async ({ studio }) => {
  const inner = {
    name: 'Inner',
    stateType: { name: 'Inner', fields: { why: { type: 'string' } } },
    steps: [{ id: 'within', strategyType: 'human', nodeName: 'Within', config: { mode: 'answer', writes: 'why' } }],
    layout: { within: [0, 0] },
  }
  const agent = JSON.parse(askingAgent({ agent: 'inner', outputs: [{ output: 'why', field: 'why' }] }))
  agent.steps[0].strategyType = 'subagent'
  const view = await start(studio, toText({ ...agent, agents: { inner } }))
  const card = view.question('Ask')
  await card.getByRole('textbox', { name: 'Your answer' }).fill('Deep inside')
  await card.getByRole('button', { name: 'Answer' }).click()
  await studio.expectRun('Done')
  const told = view.deed('Ask › Within: Answered by a person')
  await expect(told).toContainText('Deep inside')
  await told.getByRole('button').click()
  await expect(studio.card('within')).toHaveClass(/selected/)
})

test('a person edits a draft with the keyboard alone', async ({ studio, page }) => {
  const view = await start(studio, askingAgent({ mode: 'edit', title: 'Polish it', field: 'draft', writes: 'why' }))
  await expect(page.getByRole('textbox', { name: 'The text' })).toBeFocused()
  await expect(page.getByRole('textbox', { name: 'The text' })).toHaveValue('First words.')
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' And last ones.')
  await page.keyboard.press('ControlOrMeta+Enter')
  await studio.expectRun('Done')
  await expect(studio.answer('Say')).toContainText('First words. / First words. And last ones.')
  await expect(view.deed('Ask: The draft was edited by a person').locator('ins')).toContainText('And last ones.')
})

test('a person chooses on the card of the step', async ({ studio }) => {
  const options = [{ name: 'left', description: 'Towards the sea' }, { name: 'right' }]
  const view = await start(studio, askingAgent({ mode: 'choose', text: 'Where?', options, writes: 'why' }, 'right'))
  await expect(view.question('Ask')).toContainText('Towards the sea')
  const onCard = studio.card('ask')
  await expect(onCard.getByLabel('Waits for you')).toBeVisible()
  await onCard.getByRole('button', { name: 'right' }).click()
  await studio.expectRun('Done')
  await expect(studio.answer('Say')).toContainText('First words. / right')
  await expect(view.deed('Ask: A person chose right')).toBeVisible()
})

test('an answer that cannot be taken is refused with the reason, and can be given again', async ({ studio }) => {
  const view = await start(studio, askingAgent({ mode: 'answer', text: 'Which order?', writes: 'why' }))
  const card = view.question('Ask')
  await card.getByRole('button', { name: 'Answer' }).click()
  await expect(card.getByRole('alert')).toContainText('Write an answer')
  await studio.card('ask').getByRole('button', { name: 'Answer in the panel' }).click()
  await expect(card.getByRole('textbox', { name: 'Your answer' })).toBeFocused()
  await card.getByRole('textbox', { name: 'Your answer' }).fill('Number 7')
  await card.getByRole('button', { name: 'Answer' }).click()
  await studio.expectRun('Done')
  await expect(studio.answer('Say')).toContainText('First words. / Number 7')
})

test('a form is drawn from its JSON Schema, and what does not fit is said', async ({ studio }) => {
  const schema = {
    type: 'object',
    properties: {
      city: { type: 'string', title: 'City', minLength: 2 },
      nights: { type: 'integer', title: 'Nights', default: 2, minimum: 1 },
      class: { type: 'string', title: 'Class', enum: ['first', 'second'], default: 'second' },
    },
    required: ['city'],
  }
  const view = await start(
    studio,
    askingAgent({ mode: 'form', title: 'Where to?', schema, writes: 'trip' })
      .replace('"why": {', '"trip": { "type": "object" }, "why": { "default": "x",')
      .replace('{draft} / {why}', '{trip}'),
  )
  const card = view.question('Ask')
  await card.getByRole('button', { name: 'Send' }).click()
  await expect(card.getByRole('alert')).toContainText('city')
  await card.getByRole('textbox', { name: 'City' }).fill('Rome')
  await card.getByRole('button', { name: 'Send' }).click()
  await studio.expectRun('Done')
  await expect(studio.answer('Say')).toContainText('\\"city\\":\\"Rome\\"')
  await expect(studio.answer('Say')).toContainText('\\"nights\\":2')
})

const long = 'The harbour opens at six, and closes when the last boat is in. '.repeat(40)
const options = [{ name: 'publish', description: 'Goes online at once.' }, { name: 'wait' }]
const longQuestions = [
  { config: { title: 'Publish?', text: long }, button: 'Approve', exit: 'approved' },
  { config: { mode: 'edit', title: 'Polish it', field: 'draft' }, button: 'Accept the text' },
  { config: { mode: 'choose', text: long, options }, button: 'wait', exit: 'wait' },
  { config: { mode: 'answer', text: long }, button: 'Answer' },
] as const

for (const { config, button, ...way } of longQuestions) {
  test(`the question begins, and "${button}" is in sight, however long it is`, async ({ studio, page }) => {
    const agent = askingAgent({ ...config, writes: 'why' }, 'exit' in way ? way.exit : undefined)
    await page.setViewportSize({ width: 1440, height: 900 })
    const view = await start(studio, agent.replace('First words.', long))
    const card = view.question('Ask')
    const expectInSight = async () => {
      await expect(card.getByRole('heading')).toBeInViewport({ ratio: 0.99 })
      await expect(card.getByRole('button', { name: button })).toBeInViewport({ ratio: 0.99 })
    }
    await expectInSight()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: 'Run panel' }).click()
    await expectInSight()
  })
}

test('on a phone the room of the input belongs to the question that waits', async ({ studio, page }) => {
  const config = { title: 'Publish?', text: 'Fine?', writes: 'why' }
  const asking = askingAgent(config, 'approved').replace('"draft": {', '"draft": { "input": true,')
  const view = await start(studio, asking)
  await expect(view.question('Ask')).toBeVisible()
  const input = page.getByRole('form', { name: 'Input of the run' }).getByRole('textbox', { name: 'draft' })
  await expect(input).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: 'Run panel' }).click()
  await expect(view.question('Ask').getByText('Fine?')).toBeInViewport({ ratio: 0.99 })
  await expect(input).toBeHidden()
  await view.question('Ask').getByRole('button', { name: 'Approve' }).click()
  await studio.expectRun('Done')
  await expect(input).toBeVisible()
})

const parallel = toText({
  version: 1,
  name: 'Two at once',
  stateType: { name: 'State', fields },
  graphConfig: { allowParallel: true },
  steps: [
    note('begin', 'begun'),
    { id: 'left', strategyType: 'human', nodeName: 'Left', config: { mode: 'answer', text: 'Left?', writes: 'draft' } },
    {
      id: 'right',
      strategyType: 'human',
      nodeName: 'Right',
      config: { mode: 'answer', text: 'Right?', writes: 'why' },
    },
    { id: 'join', strategyType: 'output', nodeName: 'Join', config: { template: '{draft} + {why}' } },
  ],
  edges: [
    { from: 'START', to: 'begin' },
    { from: 'begin', to: 'left' },
    { from: 'begin', to: 'right' },
    { from: 'left', to: 'join' },
    { from: 'right', to: 'join' },
  ],
  layout: { begin: [0, 0], left: [340, -120], right: [340, 120], join: [680, 0] },
})

test('questions of parallel branches wait together, are answered one by one, and keep what was begun', async ({
  studio,
}) => {
  const view = await start(studio, parallel)
  await expect(view.questions).toHaveCount(2)
  const [left, right] = [view.question('Left'), view.question('Right')]
  await left.getByRole('textbox').fill('half')
  await right.getByRole('textbox').fill('R')
  await right.getByRole('button', { name: 'Answer' }).click()
  await expect(view.questions).toHaveCount(1)
  await expect(left.getByRole('textbox')).toHaveValue('half')
  await left.getByRole('textbox').fill('L')
  await left.getByRole('button', { name: 'Answer' }).click()
  await studio.expectRun('Done')
  await expect(studio.answer('Join')).toContainText('L + R')
})

const lasting = [
  { way: 'an approval', config: { text: '{draft}', writes: 'why' }, exit: 'approved', fill: 'Fine', press: 'Approve' },
  { way: 'a draft', config: { mode: 'edit', field: 'draft', writes: 'why' }, fill: 'Fine', press: 'Accept the text' },
  { way: 'a choice', config: { mode: 'choose', text: 'Where?', options, writes: 'why' }, exit: 'wait', press: 'wait' },
  { way: 'an answer', config: { mode: 'answer', text: 'Which?', writes: 'why' }, fill: 'Fine', press: 'Answer' },
  {
    way: 'a form',
    config: { mode: 'form', schema: { type: 'object', properties: { why: { type: 'string', title: 'Why' } } } },
    fill: 'Fine',
    press: 'Send',
  },
] as const

for (const { way, config, press, ...given } of lasting) {
  test(`${way} that is waited for survives a reload`, async ({ studio }) => {
    const view = await start(studio, askingAgent(config, 'exit' in given ? given.exit : undefined))
    const card = view.question('Ask')
    await expect(card).toBeVisible()
    await expect.poll(() => countStoredEvents(studio.page, 'run-pause')).toBe(1)
    await studio.reload()
    await studio.expectRun('Waiting')
    if ('fill' in given) await card.getByRole('textbox').fill(given.fill)
    await card.getByRole('button', { name: press, exact: true }).click()
    await studio.expectRun('Done')
    await expect(studio.answer('Say')).toContainText(`First words. / ${'fill' in given ? given.fill : press}`)
  })
}

test('a loop goes round until the person approves, over a reload in the middle', async ({ studio }) => {
  await studio.open()
  await studio.openExample('Review by a person')
  await studio.run()
  const view = new RunView(studio.page)
  const card = view.question('Review')
  await card.getByRole('textbox', { name: /Reason/ }).fill('Say more about ice.')
  await card.getByRole('button', { name: 'Reject' }).click()
  await expect(studio.answer('Revise')).toBeVisible()
  await expect(card).toBeVisible()
  await expect.poll(() => countStoredEvents(studio.page, 'run-pause')).toBe(2)
  await studio.reload()
  await studio.expectRun('Waiting')
  await expect(studio.answer('Revise')).toBeVisible()
  await expect(card).toContainText('Publish this post?')
  await expect(studio.card('review').getByLabel('Waits for you')).toBeVisible()
  await card.getByRole('button', { name: 'Approve' }).click()
  await studio.expectRun('Done')
  await expect(studio.answer('Draft')).toHaveCount(1)
  await expect(studio.answer('Publish')).toBeVisible()
})

test('a pause survives the end of the browser, and half of it answered', async ({ studio, browser }) => {
  const view = await start(studio, parallel)
  await view.question('Right').getByRole('textbox').fill('R')
  await view.question('Right').getByRole('button', { name: 'Answer' }).click()
  await expect(view.questions).toHaveCount(1)
  await expect.poll(() => countStoredEvents(studio.page, 'run-pause')).toBe(2)
  await restartBrowser(browser, studio.page, async (again) => {
    const later = new RunView(again.page)
    await expect(later.questions).toHaveCount(1)
    await later.question('Left').getByRole('textbox').fill('L')
    await later.question('Left').getByRole('button', { name: 'Answer' }).click()
    await again.expectRun('Done')
    await expect(again.answer('Join')).toContainText('L + R')
  })
})

test('the run goes on with the agent it began with, whatever became of that since', async ({ studio, page }) => {
  const view = await start(studio, askingAgent({ mode: 'answer', text: 'Why?', writes: 'why' }))
  await expect(view.question('Ask')).toBeVisible()
  await studio.card('note').click()
  await page.keyboard.press('Delete')
  await expect(studio.card('note')).toHaveCount(0)
  await studio.expectSaved()
  await studio.reload()
  await view.question('Ask').getByRole('textbox').fill('Because.')
  await view.question('Ask').getByRole('button', { name: 'Answer' }).click()
  await studio.expectRun('Done')
  await expect(studio.answer('Say')).toContainText('First words. / Because.')
})

test('another tab does not take a run that waits in this one', async ({ studio, context }) => {
  const view = await start(studio, askingAgent({ mode: 'answer', text: 'Why?', writes: 'why' }))
  await expect(view.question('Ask')).toBeVisible()
  const other = new StudioPage(await context.newPage())
  await other.open(studio.page.url())
  const menu = other.page.getByRole('button', { name: 'Earlier runs' })
  await expect(other.page.getByText('open in another tab')).toBeVisible()
  await expect(new RunView(other.page).questions).toHaveCount(0)
  await studio.page.close()
  await menu.click()
  await other.page.getByRole('menuitem', { name: /^Waiting/ }).click()
  const question = new RunView(other.page).question('Ask')
  await question.getByRole('textbox').fill('Because.')
  await question.getByRole('button', { name: 'Answer' }).click()
  await other.expectRun('Done')
})

test('a run whose saved state is gone says so, and can be run again or discarded', async ({ studio, page }) => {
  const view = await start(studio, askingAgent({ mode: 'answer', text: 'Why?', writes: 'why' }))
  await expect(view.question('Ask')).toBeVisible()
  for (const [index, press] of ['Run again', 'Discard'].entries()) {
    await expect.poll(() => countStoredEvents(page, 'run-pause')).toBe(index + 1)
    await page.evaluate(forgetCheckpoints)
    await studio.reload()
    const note = view.panel.getByRole('status').filter({ hasText: 'its saved state is gone' })
    await note.getByRole('button', { name: press }).click()
    await expect(note).toHaveCount(0)
    await expect(view.questions).toHaveCount(press === 'Discard' ? 0 : 1)
  }
  await expect(view.panel).toContainText('Nothing has run yet')
})

function forgetCheckpoints(): Promise<void> {
  return new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('petal-checkpoints')
    deleting.onsuccess = () => resolve()
    deleting.onerror = () => reject(deleting.error)
  })
}

test('a run that waits for an answer can be stopped, by its menu and by key', async ({ studio, page }) => {
  const view = await start(studio, askingAgent({ title: 'Publish?', requireReason: true }, 'approved'))
  await expect(view.question('Ask')).toBeVisible()
  await page.getByRole('banner').getByRole('button', { name: 'Other ways to go on' }).click()
  await page.getByRole('menuitem', { name: 'Stop' }).click()
  await studio.expectRun('Stopped')
  await expect(view.questions).toHaveCount(0)
  await studio.run()
  await expect(view.question('Ask')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+.')
  await studio.expectRun('Stopped')
})
