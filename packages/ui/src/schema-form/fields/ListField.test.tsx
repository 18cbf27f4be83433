import type { FieldSpec, JsonObject } from '@petal/core/model'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createTestDocument, TestForm } from '../testing/TestForm.tsx'

const base = { required: false, advanced: false } as const
const routes: FieldSpec = {
  ...base,
  kind: 'list',
  name: 'routes',
  title: 'Routes',
  itemTitle: 'name',
  fields: [
    { ...base, kind: 'text', name: 'name', title: 'Name', required: true },
    { ...base, kind: 'number', name: 'weight', title: 'Weight', integer: true, default: 1 },
  ],
}

async function open(values: JsonObject) {
  const document = createTestDocument(values)
  await render(<TestForm document={document} fields={[routes]} />)
  return document.commits
}

test('adds an item with its defaults, ready to be typed in', async () => {
  const commits = await open({})
  await page.getByRole('button', { name: 'Add route' }).click()
  expect(commits).toEqual([['routes', [{ name: '', weight: 1 }]]])
  await userEvent.type(page.getByLabelText('Name'), 'refund')
  await userEvent.tab()
  expect(commits.at(-1)).toEqual(['routes[0].name', 'refund'])
  await expect.element(page.getByRole('button', { name: 'refund', exact: true })).toBeVisible()
})

test('removes and moves items', async () => {
  const commits = await open({ routes: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] })
  await page.getByRole('button', { name: 'Remove route 1' }).click()
  await page.getByRole('button', { name: 'Move route down' }).first().click()
  expect(commits.at(-1)).toEqual([
    'routes',
    [expect.objectContaining({ name: 'c' }), expect.objectContaining({ name: 'b' })],
  ])
  await expect.element(page.getByRole('button', { name: 'c', exact: true })).toBeVisible()
})

test('moves the item in hand with Alt and an arrow, and keeps what was just typed', async () => {
  const commits = await open({ routes: [{ name: 'a' }, { name: 'b' }] })
  await userEvent.type(page.getByLabelText('Name').first(), '!')
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
  expect(commits).toEqual([
    ['routes[0].name', 'a!'],
    ['routes', [expect.objectContaining({ name: 'b' }), expect.objectContaining({ name: 'a!' })]],
  ])
})
