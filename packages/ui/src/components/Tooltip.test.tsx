import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { IconButton } from './IconButton.tsx'

function Bar() {
  return (
    <div style={{ padding: 80 }}>
      <IconButton label="Undo" shortcut="Mod+Z">
        u
      </IconButton>
      <IconButton label="Redo">r</IconButton>
      <Button>Other</Button>
    </div>
  )
}

const tooltip = () => page.getByRole('tooltip')

test('explains a control on hover, and one at a time', async () => {
  await render(<Bar />)
  await page.getByRole('button', { name: 'Undo' }).hover()
  await expect.element(tooltip()).toHaveTextContent(/^Undo/)
  await page.getByRole('button', { name: 'Redo' }).hover()
  await expect.element(tooltip()).toHaveTextContent('Redo')
  await page.getByRole('button', { name: 'Other' }).hover()
  await expect.element(tooltip()).not.toBeInTheDocument()
})

test('explains a control on focus by keyboard, describes it, and Escape closes it', async () => {
  await render(<Bar />)
  await userEvent.tab()
  await expect.element(tooltip()).toHaveTextContent(/^Undo/)
  await expect.element(page.getByRole('button', { name: 'Undo' })).toHaveAccessibleDescription(/^Undo/)
  await userEvent.keyboard('{Escape}')
  await expect.element(tooltip()).not.toBeInTheDocument()
})

test('stays while the pointer is on it', async () => {
  await render(<Bar />)
  await page.getByRole('button', { name: 'Undo' }).hover()
  await tooltip().hover()
  await expect.element(tooltip()).toHaveTextContent(/^Undo/)
})

test('a click closes it and does what the control does', async () => {
  const onClick = vi.fn()
  await render(
    <IconButton label="Undo" onClick={onClick}>
      u
    </IconButton>,
  )
  const undo = page.getByRole('button', { name: 'Undo' })
  await undo.hover()
  await expect.element(tooltip()).toBeVisible()
  await undo.click()
  expect(onClick).toHaveBeenCalledOnce()
  await expect.element(tooltip()).not.toBeInTheDocument()
})

function Harness() {
  const [open, setOpen] = useState(true)
  return (
    <Dialog open={open} onOpenChange={setOpen} title="Settings" description="Of the step.">
      <IconButton label="Undo">u</IconButton>
    </Dialog>
  )
}

test('Escape closes the tooltip before the dialog it stands in', async () => {
  await render(<Harness />)
  await page.getByRole('button', { name: 'Undo' }).hover()
  await expect.element(tooltip()).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(tooltip()).not.toBeInTheDocument()
  await expect.element(page.getByRole('dialog')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
})
