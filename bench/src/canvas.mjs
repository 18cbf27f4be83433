// The canvas beside bare React Flow, in Chromium.
import { gzipSync } from 'node:zlib'
import { promptConfig } from './agents.mjs'
import { freshPage, openBrowser, timeToShow } from './browser.mjs'
import { dragRate, panRate } from './gestures.mjs'
import { median, percentile, row } from './measure.mjs'
import { fitAll, importAgent, settle } from './studio.mjs'
import { tokenRows } from './tokens.mjs'

const cards = '.react-flow__node'
const budgets = { pan: { 1000: 45, 5000: 30 } }

export async function canvasRows({ counts = [100, 1000, 5000] } = {}) {
  const setup = await openBrowser()
  try {
    const rows = [...(await firstLoadRows(setup))]
    for (const count of counts) rows.push(...(await countRows(setup, count)))
    rows.push(...(await tokenRows(setup)))
    return rows
  } finally {
    await setup.close()
  }
}

async function firstLoadRows({ browser, appUrl }) {
  const times = []
  let bytes = 0
  for (let round = 0; round < 5; round += 1) {
    const { context, page } = await freshPage(browser)
    const bodies = []
    page.on('response', (response) => bodies.push(response.body().catch(() => Buffer.alloc(0))))
    times.push(await timeToShow(page, () => page.goto(appUrl, { waitUntil: 'load' }), cards))
    const loaded = await Promise.all(bodies)
    bytes = loaded.reduce((sum, body) => sum + gzipSync(body).length, 0)
    await context.close()
  }
  const ours = median(times)
  const kilobytes = bytes / 1000
  return [
    row({ what: 'first load, cold: canvas usable', budget: '≤ 600 ms', ours, unit: 'ms', met: ours <= 600 }),
    row({ what: 'first load, compressed', budget: '≤ 300 kB', ours: kilobytes, unit: 'kB', met: kilobytes <= 300 }),
  ]
}

async function countRows({ browser, appUrl, floorUrl }, count) {
  const mine = await freshPage(browser)
  const bare = await freshPage(browser)
  await importAgent(mine.page, appUrl, promptConfig(count))
  const floorAt = `${floorUrl}?count=${count}`
  const rows = [
    ...(await openRow(mine.page, bare.page, count, floorAt)),
    ...(await dragRow(mine.page, bare.page, count)),
    ...(await panRow(mine.page, bare.page, count, floorAt)),
  ]
  if (count === 1000) rows.push(...(await typingRow(mine.page)), ...(await heapRow(mine)))
  await mine.context.close()
  await bare.context.close()
  return rows
}

async function openRow(mine, bare, count, floorAt) {
  const ours = []
  const floor = []
  for (let round = 0; round < 3; round += 1) {
    floor.push(await timeToShow(bare, () => bare.goto(floorAt), cards))
    ours.push(await timeToShow(mine, () => mine.reload(), cards))
  }
  const [my, base] = [median(ours), median(floor)]
  const met = count === 100 ? undefined : my <= 1.25 * base
  return [
    row({ what: `open an agent of ${count} steps`, budget: '≤ 1.25 × floor', ours: my, floor: base, unit: 'ms', met }),
  ]
}

async function dragRow(mine, bare, count) {
  await settle(mine)
  const ours = []
  const floor = []
  for (let round = 0; round < 3; round += 1) {
    floor.push(await dragRate(bare, bare.locator(cards).nth(1)))
    ours.push(await dragRate(mine, mine.locator(`${cards}[data-id="step-1"]`)))
  }
  const [my, base] = [median(ours), median(floor)]
  const what = `drag one step among ${count}`
  return [
    row({
      what,
      budget: '≥ 0.95 × floor',
      ours: my,
      floor: base,
      unit: 'moves/s',
      met: count === 100 ? undefined : my >= 0.95 * base,
    }),
  ]
}

async function panRow(mine, bare, count, floorAt) {
  await bare.goto(`${floorAt}&fit=1`)
  await settle(bare)
  await fitAll(mine)
  const pane = await mine.locator('.react-flow__pane').boundingBox()
  const ours = await panRate(mine, { x: pane.x + 20, y: pane.y + 20 })
  const floor = await panRate(bare, { x: 20, y: 20 })
  const wanted = budgets.pan[count]
  return [
    row({
      what: `pan with all of ${count} in view`,
      budget: wanted ? `≥ ${wanted} moves/s` : '',
      ours,
      floor,
      unit: 'moves/s',
      met: wanted ? ours >= wanted : undefined,
    }),
  ]
}

async function typingRow(page) {
  await page.reload()
  await page.locator(`${cards}[data-id="step-1"]`).click()
  const editor = page.getByRole('textbox', { name: /^Prompt/ }).first()
  await editor.click()
  await page.evaluate(() => {
    window.keyTimes = []
    addEventListener(
      'keydown',
      (event) => {
        const start = event.timeStamp
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => window.keyTimes.push(performance.now() - start)
          port2.postMessage(null)
        })
      },
      true,
    )
  })
  await page.keyboard.type('Say it in the words of a friend who has known the reader for many years. ', { delay: 45 })
  const times = await page.evaluate(() => window.keyTimes)
  const p95 = percentile(times, 0.95)
  return [
    row({
      what: 'key in the prompt → paint, 1,000 steps, p95',
      budget: '≤ 16 ms',
      ours: p95,
      unit: 'ms',
      met: p95 <= 16,
    }),
  ]
}

async function heapRow({ context, page }) {
  const session = await context.newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const megabytes = usedSize / 1e6
  return [
    row({ what: 'heap with 1,000 steps open', budget: '≤ 40 MB', ours: megabytes, unit: 'MB', met: megabytes <= 40 }),
  ]
}
