// Pointer moves per second that a canvas keeps up with.
import { settle } from './studio.mjs'

const moves = 60

/** Drags the element there and back again; gives the moves per second that the page kept up with. */
export async function dragRate(page, locator) {
  const box = await locator.boundingBox()
  return rate(page, { x: box.x + box.width / 2, y: box.y + 12 }, 'left')
}

/** Drags the canvas itself, with the middle button. */
export async function panRate(page, start) {
  return rate(page, start, 'middle')
}

async function rate(page, { x, y }, button) {
  await page.mouse.move(x, y)
  await page.mouse.down({ button })
  const start = performance.now()
  for (let index = 1; index <= moves; index += 1) {
    // Out and back, so that every round begins with the same picture and nothing reaches the edge.
    const out = Math.min(index, moves - index)
    // The browser hands over one move per frame, and says so when the page has dealt with it: the next one waits for the
    // frame that shows this one.
    await page.mouse.move(x + out * 3, y + out * 2)
  }
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  const seconds = (performance.now() - start) / 1000
  await page.mouse.up({ button })
  await settle(page)
  return moves / seconds
}
