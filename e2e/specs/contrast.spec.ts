import type { Locator, Page } from '@playwright/test'
import { countMoving } from '../pages/countMoving.ts'
import { findViolations } from '../pages/findViolations.ts'
import { RunView } from '../pages/RunView.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

/** The main views, one after the other. */
async function walk(studio: StudioPage, page: Page, look: () => Promise<void>): Promise<void> {
  await studio.open()
  await studio.runToEnd()
  await studio.card('greet').click()
  await look()
  await new RunView(page).show('Timeline')
  await look()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await look()
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with more contrast in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce', contrast: 'more' } })

    test('lines can be seen, and nothing shuts people out', async ({ studio, page }) => {
      await walk(studio, page, async () => {
        await expect.poll(() => countMoving(page)).toBe(0)
        expect(await findViolations(page)).toEqual([])
      })
      await page.keyboard.press('Escape')
      expect(await contrastOf(page, '--color-line')).toBeGreaterThanOrEqual(3)
    })
  })
}

test.describe('in forced colours', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce', forcedColors: 'active' } })

  test('the drawing follows, what is chosen has a frame, and nothing shuts people out', async ({ studio, page }) => {
    await walk(studio, page, async () => {
      await expect.poll(() => countMoving(page)).toBe(0)
      expect(await findViolations(page)).toEqual([])
    })
    await page.keyboard.press('Escape')
    expect(await contrastOf(page, '--color-wire')).toBeGreaterThanOrEqual(3)
    const tab = page.getByRole('tab', { selected: true }).first()
    await expect(tab).toHaveCSS('outline-width', '2px')
    await expect(tab).toHaveCSS('outline-style', 'solid')
  })

  test('what did not run, and what is disabled, is not faint', async ({ studio, page }) => {
    await studio.open()
    await studio.openExample('Support triage')
    await studio.runToEnd()
    await expect(studio.runPanel.getByText('Not run: Sort the request chose refund').first()).toBeVisible()
    await studio.card('reply').click()
    await page.keyboard.press('d')
    await expect(studio.card('reply')).toContainText('Disabled')
    for (const name of ['Sort the request', 'Handle the refund', 'Solve the problem', 'General answer', 'Reply'])
      await expect.poll(() => opacityOf(studio.cards.getByText(name, { exact: true }))).toBe(1)
    const redo = page.getByRole('button', { name: 'Redo' })
    await expect(redo).toBeDisabled()
    await expect(redo).toHaveCSS('opacity', '1')
  })

  test('what floats over the page has an edge', async ({ studio, page }) => {
    await studio.open()
    const edge = /0px 0px 0px 1px/
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await expect(page.getByRole('menu')).toHaveCSS('box-shadow', edge)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Open the library' }).hover()
    await expect(page.getByRole('tooltip')).toHaveCSS('box-shadow', edge)
    await page.getByRole('button', { name: 'Open the library' }).click()
    await expect(page.getByRole('dialog')).toHaveCSS('box-shadow', edge)
  })
})

test.describe('for whom motion is too much', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('the camera is there at once', async ({ studio, page }) => {
    await studio.open()
    await studio.openExample('Support triage')
    await expect(studio.cards.first()).toBeVisible()
    await page.getByRole('button', { name: /^Zoom to 100 %/ }).click()
    await expect(page.getByRole('button', { name: 'Zoom to 100 % (now 100 %)' })).toBeVisible()
    const views = await page.evaluateHandle(watchCamera)
    await page.getByRole('button', { name: 'Zoom out' }).click()
    await expect(page.getByRole('button', { name: 'Zoom to 100 % (now 90 %)' })).toBeVisible()
    expect(await views.evaluate((seen) => new Set(seen).size)).toBe(1)
  })
})

/** Notes where the camera looks, each time that it is moved. */
function watchCamera(): string[] {
  const seen: string[] = []
  const viewport = document.querySelector<HTMLElement>('.react-flow__viewport')
  if (viewport === null) throw new Error('There is no canvas.')
  const observer = new MutationObserver(() => seen.push(viewport.style.transform))
  observer.observe(viewport, { attributes: true, attributeFilter: ['style'] })
  return seen
}

/** The contrast of a token with the surface below it, as WCAG counts it. */
async function contrastOf(page: Page, token: string): Promise<number> {
  return page.evaluate((name) => {
    const context = document.createElement('canvas').getContext('2d')
    const luminance = (color: string): number => {
      const probe = document.body.appendChild(document.createElement('i'))
      probe.style.color = `var(${color})`
      if (context === null) return 0
      context.fillStyle = getComputedStyle(probe).color
      context.fillRect(0, 0, 1, 1)
      probe.remove()
      const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
        const part = byte / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const [dark = 0, bright = 0] = [luminance(name), luminance('--color-surface')].sort((a, b) => a - b)
    return (bright + 0.05) / (dark + 0.05)
  }, token)
}

/** How much of the words is painted that a text consists of: whatever holds it may take some away. */
async function opacityOf(text: Locator): Promise<number> {
  return text.evaluate((element) => {
    let opacity = 1
    for (let at: Element | null = element; at !== null; at = at.parentElement)
      opacity *= Number(getComputedStyle(at).opacity)
    return opacity
  })
}
