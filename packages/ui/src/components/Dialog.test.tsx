import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Select } from './Select.tsx'

const options = [
  { value: 'a', label: 'First' },
  { value: 'b', label: 'Second' },
]

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
