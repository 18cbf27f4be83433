import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Select } from './Select.tsx'

const options = [
  { value: 'replace', label: 'Replace' },
  { value: 'append', label: 'Append' },
  { value: 'add', label: 'Add', disabled: true },
  { value: 'merge', label: 'Merge' },
]

function Harness() {
  const [value, setValue] = useState('replace')
  return <Select aria-label="Reducer" value={value} onValueChange={setValue} options={options} />
}

test('chooses with the pointer', async () => {
  render(<Harness />)
  await page.getByRole('combobox', { name: 'Reducer' }).click()
  await page.getByRole('option', { name: 'Merge' }).click()
  await expect.element(page.getByRole('combobox', { name: 'Reducer' })).toHaveTextContent('Merge')
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument()
})

test('chooses with the keyboard, over what is disabled, and keeps the focus', async () => {
  render(<Harness />)
  await userEvent.tab()
  await userEvent.keyboard('{Enter}{ArrowDown}{ArrowDown}{Enter}')
  const control = page.getByRole('combobox', { name: 'Reducer' })
  await expect.element(control).toHaveTextContent('Merge')
  await expect.element(control).toHaveFocus()
})

test('finds an option by typing, and Escape leaves it as it was', async () => {
  render(<Harness />)
  await userEvent.tab()
  await userEvent.keyboard('{ArrowDown}me')
  await expect.element(page.getByRole('option', { name: 'Merge' })).toHaveAttribute('data-highlighted')
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument()
  await expect.element(page.getByRole('combobox', { name: 'Reducer' })).toHaveTextContent('Replace')
})
