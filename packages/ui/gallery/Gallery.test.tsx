import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import * as system from '../src/index.ts'
import { Gallery } from './Gallery.tsx'

const sources: Readonly<Record<string, string>> = import.meta.glob('./*.tsx', {
  query: '?raw',
  import: 'default',
  eager: true,
})

test('every component of the design system is on the page', () => {
  const shown = Object.values(sources).join('\n')
  const components = Object.keys(system).filter((name) => /^[A-Z]/.test(name))
  expect(components.filter((name) => !shown.includes(`<${name}`))).toEqual([])
})

test('the page shows itself in both themes', async () => {
  await render(<Gallery />)
  await page.getByRole('button', { name: 'Dark theme' }).click()
  await expect.element(page.getByRole('button', { name: 'Light theme' })).toBeVisible()
  expect(document.documentElement.dataset.theme).toBe('dark')
})
