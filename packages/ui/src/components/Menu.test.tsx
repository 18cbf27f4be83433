import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Button } from './Button.tsx'
import { ContextMenu } from './ContextMenu.tsx'
import { Menu } from './Menu.tsx'
import type { MenuEntry } from './menuEntry.ts'

function entriesFor(onSelect: (id: string) => void): readonly MenuEntry[] {
  const item = (id: string, label: string) => ({ id, label, onSelect: () => onSelect(id) })
  return [
    { kind: 'label', id: 'head', label: 'Step' },
    item('copy', 'Duplicate'),
    { ...item('off', 'Not now'), disabled: true },
    { kind: 'separator', id: 'line' },
    { kind: 'submenu', id: 'more', label: 'Export as', entries: [item('json', 'JSON')] },
    { ...item('grid', 'Snap to grid'), checked: true },
  ]
}

test('runs what is chosen, with the pointer or the keys, and gives the focus back', async () => {
  const onSelect = vi.fn()
  await render(<Menu trigger={<Button>More</Button>} entries={entriesFor(onSelect)} />)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  for (const [key, item] of [
    ['{Enter}', 'Duplicate'],
    ['{ArrowDown}', 'Export as'],
    ['{ArrowRight}', 'JSON'],
  ] as const) {
    await userEvent.keyboard(key)
    await expect.element(page.getByRole('menuitem', { name: item })).toHaveFocus()
  }
  await userEvent.keyboard('{Enter}')
  expect(onSelect.mock.calls).toEqual([['copy'], ['json']])
  await expect.element(page.getByRole('button', { name: 'More' })).toHaveFocus()
})

test('keys with a modifier are no concern of its button', async () => {
  const pressed: string[] = []
  const hear = (event: KeyboardEvent) => pressed.push(`${event.key} ${event.defaultPrevented}`)
  window.addEventListener('keydown', hear)
  await render(<Menu trigger={<Button>More</Button>} entries={entriesFor(vi.fn())} />)
  page.getByRole('button', { name: 'More' }).element().focus()
  await userEvent.keyboard('{Control>}{Enter}{/Control}{Alt>}{ArrowDown}{/Alt}')
  window.removeEventListener('keydown', hear)
  expect(pressed).toEqual(['Control false', 'Enter false', 'Alt false', 'ArrowDown false'])
  expect(page.getByRole('menu').elements()).toEqual([])
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(page.getByRole('menuitem', { name: 'Duplicate' })).toHaveFocus()
})

test('a choice of one opens at what is chosen, and is closed by another', async () => {
  const onSelect = vi.fn()
  const entries = ['Red', 'Green', 'Blue'].map((name) => ({
    id: name,
    label: name,
    checked: name === 'Green',
    onSelect: () => onSelect(name),
  }))
  await render(<Menu trigger={<Button>Colour</Button>} entries={entries} />)
  page.getByRole('button', { name: 'Colour' }).element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('menuitem', { name: 'Green (on)' })).toHaveFocus()
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(page.getByRole('menuitem', { name: 'Blue' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('button', { name: 'Colour' })).toHaveFocus()
  expect(onSelect.mock.calls).toEqual([['Blue']])
  expect(page.getByRole('menu').elements()).toEqual([])
})

test('what is disabled cannot be chosen, and what is on says so', async () => {
  const onSelect = vi.fn()
  await render(<Menu trigger={<Button>More</Button>} entries={entriesFor(onSelect)} />)
  await page.getByRole('button', { name: 'More' }).click()
  await expect.element(page.getByRole('menuitem', { name: 'Not now' })).toHaveAttribute('aria-disabled', 'true')
  await expect.element(page.getByRole('menuitem', { name: 'Snap to grid (on)' })).toBeVisible()
})

test('a right click opens the same entries at the pointer', async () => {
  const onSelect = vi.fn()
  await render(
    <ContextMenu entries={entriesFor(onSelect)}>
      <div>Card</div>
    </ContextMenu>,
  )
  await userEvent.click(page.getByText('Card'), { button: 'right' })
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  expect(onSelect).toHaveBeenCalledWith('copy')
})

test('a menu that is higher than the window shows that it goes on, above and below', async () => {
  const many = Array.from({ length: 80 }, (_, index) => ({ id: `${index}`, label: `Entry ${index}`, onSelect() {} }))
  await render(<Menu trigger={<Button>More</Button>} entries={many} />)
  await page.getByRole('button', { name: 'More' }).click()
  await expect.poll(signs).toEqual(['false', 'true'])
  await userEvent.keyboard('{End}')
  await expect.element(page.getByRole('menuitem', { name: 'Entry 79' })).toHaveFocus()
  await expect.poll(signs).toEqual(['true', 'false'])
})

test('a menu that fits shows nothing of the kind', async () => {
  await render(<Menu trigger={<Button>More</Button>} entries={entriesFor(vi.fn())} />)
  await page.getByRole('button', { name: 'More' }).click()
  await expect.element(page.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible()
  await expect.poll(signs).toEqual(['false', 'false'])
  // The menu looked at its size before this one, and has drawn what it saw two frames later.
  const lines = page.getByRole('menu').element()
  await new Promise<void>((resolve) => new ResizeObserver(() => resolve()).observe(lines))
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
  expect(signs()).toEqual(['false', 'false'])
})

/** Above and below. */
function signs() {
  return [...document.querySelectorAll('[data-more]')].map((sign) => sign.getAttribute('data-more'))
}
