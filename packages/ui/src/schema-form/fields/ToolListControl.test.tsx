import type { FieldSpec } from '@petal/core/model'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { createTestDocument, TestForm } from '../testing/TestForm.tsx'

const fields: readonly FieldSpec[] = [
  { kind: 'toolList', name: 'tools', title: 'Tools', required: false, advanced: false, default: [] },
]
const tools = [{ name: 'search', description: 'Finds things' }, { name: 'send' }]

test('offers the tools there are, and keeps them in their own order', async () => {
  const document = createTestDocument({ tools: ['send'] })
  const screen = await render(<TestForm document={document} fields={fields} tools={tools} />)
  await expect.element(screen.getByRole('checkbox', { name: 'send' })).toBeChecked()
  await screen.getByRole('checkbox', { name: 'search' }).click()
  expect(document.read()).toEqual({ tools: ['search', 'send'] })
})

test('shows names that no tool has, so that they can be taken out', async () => {
  const document = createTestDocument({ tools: ['gone', 'send'] })
  const screen = await render(<TestForm document={document} fields={fields} tools={tools} />)
  await expect.element(screen.getByText('The agent has no tool of this name.')).toBeVisible()
  await screen.getByRole('checkbox', { name: 'gone' }).click()
  expect(document.read()).toEqual({ tools: ['send'] })
})

test('says when there are none', async () => {
  const screen = await render(<TestForm document={createTestDocument()} fields={fields} />)
  await expect.element(screen.getByText('The agent has no tools yet.')).toBeVisible()
})
