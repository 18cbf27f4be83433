// A key in the prompt of one step among many, beside a bare text area; and what the page holds in memory.
import { median, percentile, row } from './measure.mjs'
import { cards, reopen } from './studio.mjs'

const text = 'Say it in the words of a friend who has known the reader for many years. '
const rounds = 5

export async function typingRows({ mine, bare, floorAt }) {
  await reopen(mine)
  await bare.goto(floorAt)
  await mine.locator(`${cards}[data-id="step-1"]`).click()
  const editor = mine.getByRole('textbox', { name: /^Prompt/ }).first()
  const field = bare.getByRole('textbox', { name: 'Prompt' })
  const ours = []
  const floor = []
  for (let round = 0; round < rounds; round += 1) {
    floor.push(await type(bare, field))
    ours.push(await type(mine, editor))
  }
  const shown = typingRow('key in the prompt → paint, 1,000 steps, p95', 'shown', ours, floor)
  const work = typingRow('of that: at work, not waiting for the next frame', 'worked', ours, floor)
  return [{ ...shown, budget: '≤ 16 ms', met: shown.ours <= 16 }, work]
}

function typingRow(what, kind, ours, floor) {
  const p95 = (list) =>
    median(
      list.map((keys) =>
        percentile(
          keys.map((key) => key[kind]),
          0.95,
        ),
      ),
    )
  return row({ what, budget: '', ours: p95(ours), floor: p95(floor), unit: 'ms', met: undefined })
}

/**
 * Types a sentence; gives for each key the milliseconds to the end of the frame that shows it, and those of them in
 * which the page was at work: handling the key, and making that frame.
 */
async function type(page, field) {
  await field.click()
  await page.evaluate(() => {
    window.keyTimes = []
    if (window.watchesKeys) return
    window.watchesKeys = true
    const afterThis = (done) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = done
      port2.postMessage(null)
    }
    const note = ({ timeStamp }) => {
      const begun = performance.now()
      let handled = begun
      afterThis(() => {
        handled = performance.now()
      })
      requestAnimationFrame(() => {
        const frame = performance.now()
        afterThis(() => {
          const end = performance.now()
          // Where the frame came right after the key, its beginning is the end of the handling.
          const worked = Math.min(handled, frame) - begun + end - frame
          window.keyTimes.push({ shown: end - timeStamp, worked })
        })
      })
    }
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
