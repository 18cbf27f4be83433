import { expect, type Locator, type Page } from '@playwright/test'
import type { StudioPage } from './StudioPage.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** The canvas under the pointer. Gestures that end with `hold` leave the button pressed: `letGo` ends them. */
export class CanvasView {
  readonly studio: StudioPage
  readonly page: Page
  readonly pane: Locator

  constructor(studio: StudioPage) {
    this.studio = studio
    this.page = studio.page
    this.pane = studio.page.locator('.react-flow')
  }

  get controls(): Locator {
    return this.page.getByRole('toolbar', { name: 'View' })
  }

  get overview(): Locator {
    return this.page.getByRole('img', { name: 'Overview of the agent' })
  }

  /** The list of step types at the pointer. */
  get picker(): Locator {
    return this.page.getByRole('dialog', { name: 'Add a step' })
  }

  /** The connection that is offered to a step just dropped. */
  get offer(): Locator {
    return this.page.getByRole('group', { name: 'Offered connection' })
  }

  /** Why a wire was not drawn, after it was let go of. */
  refusal(reason: string): Locator {
    return this.page.getByRole('status').filter({ hasText: reason }).last()
  }

  get ghost(): Locator {
    return this.page.getByTestId('drag-ghost')
  }

  get selectedCards(): Locator {
    return this.page.locator('.react-flow__node-step.selected')
  }

  /** The wire between two steps, by their ids. */
  wire(from: string, to: string): Locator {
    const ids = [`[data-id="${from}→${to}"]`, `[data-id^="${from}:"][data-id$="→${to}"]`]
    return this.page.locator(`.react-flow__edge:is(${ids.join(', ')})`)
  }

  /** The same by what it is called: "Classify · refund → Pay". */
  wireCalled(name: string): Locator {
    return this.page.locator('.react-flow__edge').and(this.page.getByLabel(name, { exact: true }))
  }

  /** The name on a wire. */
  wireLabel(text: string | RegExp): Locator {
    return this.page.locator('.react-flow__edgelabel-renderer').getByText(text, { exact: true })
  }

  menuItem(name: string): Locator {
    return this.page.getByRole('menu').getByRole('menuitem', { name: new RegExp(`^${name}`) })
  }

  /** A place on the canvas, as shares of its size. */
  async at(x: number, y: number): Promise<Point> {
    const box = await this.pane.boundingBox()
    if (!box) throw new Error('there is no canvas')
    return { x: box.x + box.width * x, y: box.y + box.height * y }
  }

  async middleOf(locator: Locator): Promise<Point> {
    const box = await locator.boundingBox()
    if (!box) throw new Error(`${locator} has no place on the screen`)
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }

  /** A point on a wire: 0 is where it begins, 1 where it ends. */
  async onWire(wire: Locator, share = 0.5): Promise<Point> {
    return wire
      .locator('path')
      .first()
      .evaluate((path: SVGPathElement, part) => {
        const point = path.getPointAtLength(path.getTotalLength() * part)
        const { x, y } = point.matrixTransform(path.getScreenCTM() ?? undefined)
        return { x, y }
      }, share)
  }

  async hold(from: Point, to: Point): Promise<void> {
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move(from.x + Math.sign(to.x - from.x) * 12, from.y + 4, { steps: 3 })
    await this.page.mouse.move(to.x, to.y, { steps: 12 })
  }

  async letGo(): Promise<void> {
    await this.page.mouse.up()
  }

  async drag(from: Point, to: Point): Promise<void> {
    await this.hold(from, to)
    await this.letGo()
  }

  /** Moves a card by its title row. */
  async moveCard(card: Locator, dx: number, dy: number): Promise<void> {
    const from = await this.grip(card)
    await this.drag(from, { x: from.x + dx, y: from.y + dy })
  }

  async grip(card: Locator): Promise<Point> {
    const box = await card.boundingBox()
    if (!box) throw new Error(`${card} has no place on the screen`)
    return { x: box.x + box.width / 2, y: box.y + box.height * 0.2 }
  }

  /** Takes a step type out of the palette and holds it over the canvas. */
  async carry(title: string, to: Point): Promise<void> {
    const item = this.page.getByRole('button', { name: `Add ${title}`, exact: true })
    await this.hold(await this.middleOf(item), to)
  }

  /** The dot a wire is pulled from. */
  exitOf(card: Locator, exit?: string): Locator {
    return exit === undefined
      ? card.locator('.react-flow__handle.source').first()
      : card.getByLabel(`Connect from ${exit}`)
  }

  entryOf(card: Locator): Locator {
    return card.locator('.react-flow__handle.target')
  }

  /** Pulls a wire out of a card and holds it. */
  async pullWire(from: Locator, to: Point, exit?: string): Promise<void> {
    await this.hold(await this.middleOf(this.exitOf(from, exit)), to)
  }

  /** Points at a wire until its buttons are there. */
  async pointAtWire(wire: Locator): Promise<void> {
    const { x, y } = await this.onWire(wire)
    await this.page.mouse.move(x - 4, y - 4)
    await this.page.mouse.move(x, y, { steps: 2 })
    await expect(this.page.getByRole('button', { name: 'Insert a step here' })).toBeVisible()
  }

  async chooseInPicker(title: string): Promise<void> {
    await expect(this.picker).toBeVisible()
    await this.page.keyboard.type(title)
    await this.page.keyboard.press('Enter')
    await expect(this.picker).toBeHidden()
  }

  /** Waits until a card is whole inside the canvas. */
  async expectInView(card: Locator): Promise<void> {
    await expect(async () => {
      const [box, pane] = [await card.boundingBox(), await this.pane.boundingBox()]
      if (!box || !pane) throw new Error(`${card} or the canvas has no place on the screen`)
      expect(box.x).toBeGreaterThanOrEqual(pane.x)
      expect(box.y).toBeGreaterThanOrEqual(pane.y)
      expect(box.x + box.width).toBeLessThanOrEqual(pane.x + pane.width)
      expect(box.y + box.height).toBeLessThanOrEqual(pane.y + pane.height)
    }).toPass()
  }

  /** Leaves every field, so that keys go to the canvas. */
  async leaveFields(): Promise<void> {
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  }
}
