import type { Page } from '@playwright/test'

/** How many things fade or glide; a blinking cursor does so for ever. */
export async function countMoving(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .length,
  )
}
