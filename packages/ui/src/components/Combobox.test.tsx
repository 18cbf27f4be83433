import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Combobox } from './Combobox.tsx'

const options = [{ value: 'question', hint: 'string' }, { value: 'notes', hint: 'array' }, { value: 'answer' }]

function Harness() {
  const [value, setValue] = useState('question')
  return <Combobox aria-label="Field" value={value} onValueChange={setValue} options={options} />
}

const field = page.getByRole('combobox', { name: 'Field' })

test('shows everything when it is opened, and what fits while typing', async () => {
  await render(<Harness />)
  await field.click()
  await expect.poll(() => page.getByRole('option').all().length).toBe(3)
  await userEvent.fill(field, 'no')
  await expect.poll(() => page.getByRole('option').all().length).toBe(1)
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await expect.element(field).toHaveValue('notes')
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument()
})

test('Enter without a choice keeps what was typed', async () => {
  await render(<Harness />)
  await userEvent.fill(field, 'a new field')
  await userEvent.keyboard('{Enter}')
  await expect.element(field).toHaveValue('a new field')
})
