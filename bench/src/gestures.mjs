// Pointer moves per second that a canvas keeps up with.
import { settle } from './studio.mjs'

const moves = 60

/** Drags the element; gives the moves per second that the page acknowledged. */
export async function dragRate(page, locator) {
  const box = await locator.boundingBox()
  const x = box.x + box.width / 2
  const y = box.y + 12
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 5, y + 5)
  const rate = await rateOf(page, (index) => [x + 5 + index * 2, y + 5 + (index % 20)])
  await page.mouse.up()
  await settle(page)
  return rate
}

/** Drags the canvas itself with the middle button. */
export async function panRate(page, { x, y }) {
  await page.mouse.move(x, y)
  await page.mouse.down({ button: 'middle' })
  const rate = await rateOf(page, (index) => [x + (index % 30) * 4, y + (index % 20) * 3])
  await page.mouse.up({ button: 'middle' })
  await settle(page)
  return rate
}

async function rateOf(page, placeAt) {
  const start = performance.now()
  for (let index = 0; index < moves; index += 1) {
    await page.mouse.move(...placeAt(index))
    // A move counts when the frame that shows it has been drawn.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  }
  return (moves * 1000) / (performance.now() - start)
}
