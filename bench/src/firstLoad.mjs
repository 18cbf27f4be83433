// The first visit: how long until the canvas can be used, and what has been fetched by then and afterwards.
import { gzipSync } from 'node:zlib'
import { freshPage, timeTo, watchCards, watchClicks } from './browser.mjs'
import { inTurns, row } from './measure.mjs'
import { cards } from './studio.mjs'

const rounds = 7

export async function firstLoadRows({ browser, appUrl, floorUrl }) {
  const mine = await weigh(browser, appUrl)
  const floorAt = `${floorUrl}?count=${mine.cardCount}`
  const bare = await weigh(browser, floorAt)
  const time = await inTurns(
    rounds,
    () => timeUntilUsable(browser, appUrl),
    () => timeUntilUsable(browser, floorAt),
  )
  return [
    row({
      what: 'first load, cold: canvas usable',
      budget: '≤ 600 ms',
      ...time,
      unit: 'ms',
      met: time.ours <= 600,
    }),
    row({
      what: 'first load, compressed: fetched until the canvas is shown',
      budget: '≤ 300 kB',
      ours: mine.before,
      floor: bare.before,
      unit: 'kB',
      met: mine.before <= 300,
    }),
    row({
      what: 'first load, compressed: with all that follows by itself',
      budget: '',
      ours: mine.all,
      floor: bare.all,
      unit: 'kB',
      met: undefined,
    }),
  ]
}

/** A visit with an empty cache, in which a click on a card is tried from the first frame on. */
async function timeUntilUsable(browser, url) {
  const { context, page } = await freshPage(browser)
  await watchClicks(page)
  const time = await timeTo('clicksAt', page, () => page.goto(url, { waitUntil: 'commit' }))
  await context.close()
  return time
}

/** A visit with an empty cache. What was asked for before the cards were shown counts, whether it had come or not. */
async function weigh(browser, url) {
  const { context, page } = await freshPage(browser)
  const responses = []
  page.on('response', (response) => responses.push(response))
  await watchCards(page)
  const shownAfter = await timeTo('cardsAt', page, () => page.goto(url, { waitUntil: 'commit' }))
  const shownAt = shownAfter + (await page.evaluate(() => performance.timeOrigin))
  const cardCount = await page.locator(cards).count()
  await page.waitForLoadState('networkidle')
  const loaded = await Promise.all(responses.map(sizeOf))
  await context.close()
  return {
    cardCount,
    before: kilobytes(loaded.filter(({ at }) => at <= shownAt)),
    all: kilobytes(loaded),
  }
}

async function sizeOf(response) {
  const body = await response.body().catch(() => Buffer.alloc(0))
  return { at: response.request().timing().startTime, bytes: gzipSync(body).length }
}

function kilobytes(loaded) {
  return loaded.reduce((sum, { bytes }) => sum + bytes, 0) / 1000
}
