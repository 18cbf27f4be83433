// A key in the prompt of one step among many, beside a bare text area; and what the page holds in memory.
import { median, percentile, row } from './measure.mjs'
import { cards, reopen } from './studio.mjs'

const text = 'Say it in the words of a friend who has known the reader for many years. '
const rounds = 3

export async function typingRow({ mine, bare, floorAt }) {
  await reopen(mine)
  await bare.goto(floorAt)
  await mine.locator(`${cards}[data-id="step-1"]`).click()
  const editor = mine.getByRole('textbox', { name: /^Prompt/ }).first()
  const field = bare.getByRole('textbox', { name: 'Prompt' })
  const ours = []
  const floor = []
  for (let round = 0; round < rounds; round += 1) {
    floor.push(percentile(await type(bare, field), 0.95))
    ours.push(percentile(await type(mine, editor), 0.95))
  }
  return row({
    what: 'key in the prompt → paint, 1,000 steps, p95',
    budget: '≤ 16 ms',
    ours: median(ours),
    floor: median(floor),
    unit: 'ms',
    met: median(ours) <= 16,
  })
}

/** Types a sentence; gives the milliseconds from each key to the end of the frame that shows it. */
async function type(page, field) {
  await field.click()
  await page.evaluate(() => {
    window.keyTimes = []
    if (window.watchesKeys) return
    window.watchesKeys = true
    const note = ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => window.keyTimes.push(performance.now() - timeStamp)
        port2.postMessage(null)
      })
    addEventListener('keydown', note, true)
  })
  await page.keyboard.type(text, { delay: 45 })
  return page.evaluate(() => window.keyTimes)
}

export async function heapRow(mine, bare) {
  const [ours, floor] = [await heapOf(mine), await heapOf(bare)]
  return row({
    what: 'heap with 1,000 steps open',
    budget: '≤ 40 MB',
    ours,
    floor,
    unit: 'MB',
    met: ours <= 40,
  })
}

async function heapOf({ context, page }) {
  const session = await context.newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}
