import { type ReactNode, useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Select } from './Select.tsx'

const options = [
  { value: 'a', label: 'First' },
  { value: 'b', label: 'Second' },
]

afterEach(() => vi.unstubAllGlobals())

function Harness() {
  const [open, setOpen] = useState(false)
  const [choice, setChoice] = useState('a')
  return (
    <>
      <Button onClick={() => setOpen(true)}>Delete</Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Delete it?"
        description="It cannot be found again."
        footer={<Button onClick={() => setOpen(false)}>Cancel</Button>}
      >
        <Select aria-label="What" value={choice} onValueChange={setChoice} options={options} />
      </Dialog>
    </>
  )
}

test('is named and described, closes with Escape, and gives the focus back', async () => {
  await render(<Harness />)
  await page.getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete it?' })
  await expect.element(dialog).toHaveAccessibleDescription('It cannot be found again.')
  await userEvent.keyboard('{Escape}')
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(page.getByRole('button', { name: 'Delete' })).toHaveFocus()
})

test('a list inside it can be chosen from, and Escape closes the list first', async () => {
  await render(<Harness />)
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('combobox', { name: 'What' }).click()
  await page.getByRole('option', { name: 'Second' }).click()
  await expect.element(page.getByRole('combobox', { name: 'What' })).toHaveTextContent('Second')
  await userEvent.keyboard('{Enter}{Escape}')
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument()
  await expect.element(page.getByRole('dialog')).toBeVisible()
})

test.each([
  ['a text', <input key="text" aria-label="first" />],
  ['a password', <input key="password" aria-label="first" type="password" />],
  ['a search', <input key="search" aria-label="first" type="search" />],
  ['a number', <input key="number" aria-label="first" type="number" />],
  ['an address', <input key="url" aria-label="first" type="url" />],
  ['a mail address', <input key="email" aria-label="first" type="email" />],
  ['a long text', <textarea key="long" aria-label="first" />],
  ['an editor', <div key="editor" contentEditable />],
])('where fingers point, %s that is merely the first opens no keyboard', async (_, field) => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  await render(
    <Dialog open onOpenChange={() => undefined} title="New">
      {field}
    </Dialog>,
  )
  await expect.element(page.getByRole('dialog')).toHaveFocus()
})

test('where fingers point, what opens no keyboard has the focus, and so has a field at a mouse', async () => {
  const dialog = (field: ReactNode) => (
    <Dialog open onOpenChange={() => undefined} title="New">
      {field}
    </Dialog>
  )
  const { rerender } = await render(dialog(<input aria-label="first" key="at a mouse" />))
  await expect.element(page.getByLabelText('first')).toHaveFocus()
  await rerender(<p />)
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  await rerender(dialog(<input aria-label="first" type="checkbox" />))
  await expect.element(page.getByLabelText('first')).toHaveFocus()
})
