// The canvas beside bare React Flow, in Chromium.
import { promptConfig } from './agents.mjs'
import { freshPage, openBrowser, timeTo, watchCards } from './browser.mjs'
import { firstLoadRows } from './firstLoad.mjs'
import { dragRate, panRate } from './gestures.mjs'
import { inTurns, row } from './measure.mjs'
import { cameraOf, cards, fitAll, importAgent, reopen, settle } from './studio.mjs'
import { tokenRows } from './tokens.mjs'
import { heapRow, typingRows } from './typing.mjs'

const rounds = 5
const panBudgets = { 1000: 45, 5000: 30 }

/** Gives the rows one by one, as they are measured. */
export async function* canvasRows({ counts = [100, 1000, 5000] } = {}) {
  const setup = await openBrowser()
  try {
    yield* await firstLoadRows(setup)
    for (const count of counts) yield* countRows(setup, count)
    yield* await tokenRows(setup)
  } finally {
    await setup.close()
  }
}

async function* countRows({ browser, appUrl, floorUrl }, count) {
  const mine = await freshPage(browser)
  const bare = await freshPage(browser)
  await watchCards(mine.page)
  await watchCards(bare.page)
  await importAgent(mine.page, appUrl, promptConfig(count))
  await reopen(mine.page)
  const floorAt = `${floorUrl}?${new URLSearchParams({ count, ...(await cameraOf(mine.page)) })}`
  const pages = { mine: mine.page, bare: bare.page, count, floorAt }
  yield* await openRows(pages)
  yield await dragRow(pages)
  yield await panRow(pages)
  if (count === 1000) {
    yield* await typingRows(pages)
    yield await heapRow(mine, bare)
  }
  await mine.context.close()
  await bare.context.close()
}

/** Beside React Flow as it is, which mounts every node once; and, to know, beside one that is told all sizes. */
async function openRows({ mine, bare, count, floorAt }) {
  const what = `open an agent of ${count} steps`
  const open = () => timeTo('cardsAt', mine, () => mine.reload())
  const bareOpen = (url) => () => timeTo('cardsAt', bare, () => bare.goto(url))
  const told = await inTurns(rounds, open, bareOpen(`${floorAt}&told=1`))
  const plain = await inTurns(rounds, open, bareOpen(floorAt))
  const isJudged = count !== 100
  return [
    row({
      what,
      budget: isJudged ? '≤ 1.25 × floor' : '',
      ...plain,
      unit: 'ms',
      met: isJudged ? plain.ours <= 1.25 * plain.floor : undefined,
    }),
    row({ what: `${what}, floor told all sizes`, budget: '', ...told, unit: 'ms', met: undefined }),
  ]
}

async function dragRow({ mine, bare, count }) {
  await settle(mine)
  await settle(bare)
  const { ours, floor } = await inTurns(
    rounds,
    () => dragRate(mine, mine.locator(`${cards}[data-id="step-1"]`)),
    () => dragRate(bare, bare.locator(`${cards}[data-id="n1"]`)),
  )
  return row({
    what: `drag one step among ${count}`,
    budget: count === 100 ? '' : '≥ 0.95 × floor',
    ours,
    floor,
    unit: 'moves/s',
    met: count === 100 ? undefined : ours >= 0.95 * floor,
  })
}

async function panRow({ mine, bare, count, floorAt }) {
  await bare.goto(`${floorAt}&fit=1`)
  await settle(bare)
  await fitAll(mine)
  const pane = await mine.getByTestId('canvas').boundingBox()
  const { ours, floor } = await inTurns(
    rounds,
    () => panRate(mine, { x: pane.x + 20, y: pane.y + 20 }),
    () => panRate(bare, { x: 20, y: 20 }),
  )
  const wanted = panBudgets[count]
  return row({
    what: `pan with all of ${count} in view`,
    budget: wanted ? `≥ ${wanted} moves/s` : '',
    ours,
    floor,
    unit: 'moves/s',
    met: wanted ? ours >= wanted : undefined,
  })
}
