import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { toast } from '../index.ts'
import { Button } from './Button.tsx'
import { Popover } from './Popover.tsx'
import { Toaster } from './Toaster.tsx'

function Harness() {
  const undo = () => {
    toast('Brought back')
  }
  return (
    <>
      <Popover label="Threads" trigger={<Button>Open</Button>}>
        <Button onClick={() => toast('Deleted', { action: { label: 'Undo', onClick: undo } })}>Delete</Button>
      </Popover>
      <p className="pt-60">Elsewhere</p>
      <Toaster />
    </>
  )
}

test('stays open while the button of a toast is used, and closes by a click elsewhere', async () => {
  await render(<Harness />)
  await page.getByRole('button', { name: 'Open' }).click()
  const panel = page.getByRole('dialog', { name: 'Threads' })
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.element(page.getByText('Brought back')).toBeVisible()
  await expect.element(panel).toBeVisible()
  await page.getByText('Elsewhere').click()
  await expect.element(panel).not.toBeInTheDocument()
})
