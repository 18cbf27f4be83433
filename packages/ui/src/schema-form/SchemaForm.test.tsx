import type { FieldSpec, Problem } from '@petal/core/model'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { BurstContext } from './BurstContext.ts'
import { createTestDocument, TestForm } from './testing/TestForm.tsx'

const base = { required: false, advanced: false } as const
const text = (name: string, title: string): FieldSpec => ({ ...base, kind: 'text', name, title })

test('keeps a burst of typing in one commit', async () => {
  const document = createTestDocument({})
  await render(<TestForm document={document} fields={[text('title', 'Title')]} />)
  await userEvent.type(page.getByLabelText('Title'), 'Hello')
  await vi.waitFor(() => expect(document.commits).toEqual([['title', 'Hello']]))
})

test('commits at once when the field is left', async () => {
  const document = createTestDocument({})
  await render(<TestForm document={document} fields={[text('title', 'Title')]} />)
  await userEvent.type(page.getByLabelText('Title'), 'Hi')
  await userEvent.tab()
  expect(document.commits).toEqual([['title', 'Hi']])
})

test('commits before a shortcut acts on the document', async () => {
  const document = createTestDocument({ title: 'Old' })
  await render(<TestForm document={document} fields={[text('title', 'Title')]} />)
  await userEvent.type(page.getByLabelText('Title'), '!')
  await userEvent.keyboard('{Control>}j{/Control}')
  expect(document.commits).toEqual([['title', 'Old!']])
})

test('tells that typed text waits to be kept, and when it is', async () => {
  const document = createTestDocument({})
  const told: (readonly [isPending: boolean, commits: number])[] = []
  await render(
    <BurstContext value={(isPending) => told.push([isPending, document.commits.length])}>
      <TestForm document={document} fields={[text('title', 'Title')]} />
    </BurstContext>,
  )
  await userEvent.type(page.getByLabelText('Title'), 'Hi')
  await userEvent.tab()
  expect(told).toEqual([
    [true, 0],
    [false, 1],
  ])
})

test('tells that nothing waits any more when the form goes away or is overruled', async () => {
  const document = createTestDocument({ title: 'Old' })
  const told: boolean[] = []
  const screen = await render(
    <BurstContext value={(isPending) => told.push(isPending)}>
      <TestForm document={document} fields={[text('title', 'Title')]} />
    </BurstContext>,
  )
  await userEvent.type(page.getByLabelText('Title'), 'er')
  document.change({ title: 'New' })
  await expect.element(page.getByLabelText('Title')).toHaveValue('New')
  expect(told).toEqual([true, false])
  await userEvent.type(page.getByLabelText('Title'), 'er')
  await screen.unmount()
  expect(told).toEqual([true, false, true, false])
})

test('takes values that changed elsewhere over what it shows', async () => {
  const document = createTestDocument({ title: 'Old' })
  await render(<TestForm document={document} fields={[text('title', 'Title')]} />)
  await userEvent.type(page.getByLabelText('Title'), 'er')
  await vi.waitFor(() => expect(document.read()).toEqual({ title: 'Older' }))
  document.change({ title: 'Old' })
  await expect.element(page.getByLabelText('Title')).toHaveValue('Old')
})

test('what is typed while a commit comes back stays', async () => {
  const document = createTestDocument({})
  await render(<TestForm document={document} fields={[text('title', 'Title')]} />)
  for (const word of ['one ', 'two ', 'three']) {
    const before = document.commits.length
    await userEvent.type(page.getByLabelText('Title'), word)
    await vi.waitFor(() => expect(document.commits.length).toBeGreaterThan(before))
  }
  await expect.element(page.getByLabelText('Title')).toHaveValue('one two three')
  expect(document.read()).toEqual({ title: 'one two three' })
})

test('shows help and problems with their field, and offers the fix', async () => {
  const problem: Problem = {
    code: 'template.unknownVar',
    severity: 'error',
    path: 'config.prompt',
    message: 'unknown variable {nmae}',
    fix: { label: 'Replace with {name}', change: { path: 'config.prompt', value: '{name}' } },
  }
  const onFix = vi.fn()
  const field: FieldSpec = {
    ...base,
    kind: 'prompt',
    name: 'prompt',
    title: 'Prompt',
    required: true,
    description: 'Ask.',
  }
  const document = createTestDocument({ prompt: '{nmae}' })
  await render(<TestForm document={document} fields={[field]} problems={[problem]} onFix={onFix} />)
  const control = page.getByLabelText('Prompt')
  await expect.element(control).toHaveAccessibleDescription('unknown variable {nmae} Replace with {name} Ask.')
  await expect.element(control).toBeInvalid()
  await expect.element(control).toBeRequired()
  await page.getByRole('button', { name: 'Replace with {name}' }).click()
  expect(onFix).toHaveBeenCalledWith(problem)
})

test('shows a conditional field only while its condition holds', async () => {
  const mode: FieldSpec = {
    ...base,
    kind: 'select',
    name: 'mode',
    title: 'Answer',
    default: 'text',
    options: [
      { value: 'text', label: 'Text' },
      { value: 'json', label: 'Structured' },
    ],
  }
  const schema: FieldSpec = { ...text('schema', 'Schema'), visibleWhen: { field: 'mode', in: ['json'] } }
  const document = createTestDocument({})
  await render(<TestForm document={document} fields={[mode, schema]} />)
  await expect.element(page.getByLabelText('Schema')).not.toBeInTheDocument()
  await page.getByRole('combobox', { name: 'Answer' }).click()
  await page.getByRole('option', { name: 'Structured' }).click()
  await expect.element(page.getByLabelText('Schema')).toBeVisible()
  expect(document.commits).toEqual([['mode', 'json']])
})

test('folds advanced fields, and marks the fold when one differs from its default', async () => {
  const field: FieldSpec = {
    ...base,
    kind: 'number',
    name: 'tries',
    title: 'Tries',
    integer: true,
    default: 3,
    advanced: true,
  }
  const document = createTestDocument({})
  await render(<TestForm document={document} fields={[field]} />)
  await expect.element(page.getByRole('button', { name: 'Advanced', exact: true })).toBeVisible()
  document.change({ tries: 5 })
  await page.getByRole('button', { name: /Advanced.*differs from its default/ }).click()
  await expect.element(page.getByLabelText('Tries')).toHaveValue('5')
})

test('goes to a field by its path, through what is folded', async () => {
  const list: FieldSpec = {
    ...base,
    kind: 'list',
    name: 'routes',
    title: 'Routes',
    advanced: true,
    fields: [text('name', 'Name'), { ...text('note', 'Note'), advanced: true }],
  }
  const routes = ['a', 'b', 'c', 'd'].map((name) => ({ name }))
  const document = createTestDocument({ routes })
  const screen = await render(<TestForm document={document} fields={[list]} />)
  await screen.rerender(
    <TestForm document={document} fields={[list]} focus={{ path: 'config.routes[2].note', request: 1 }} />,
  )
  const note = page.getByLabelText('Note')
  await expect.element(note).toHaveFocus()
  await userEvent.keyboard('x')
  await userEvent.tab()
  expect(document.commits).toEqual([['routes[2].note', 'x']])
})

test('puts the default back', async () => {
  const field: FieldSpec = { ...base, kind: 'toggle', name: 'stream', title: 'Stream', default: true }
  const document = createTestDocument({ stream: false })
  await render(<TestForm document={document} fields={[field]} />)
  await page.getByRole('button', { name: 'Reset to true' }).click()
  await expect.element(page.getByRole('switch', { name: 'Stream' })).toBeChecked()
  expect(document.commits).toEqual([['stream', undefined]])
  await expect.element(page.getByRole('button', { name: 'Reset to true' })).not.toBeInTheDocument()
})

test('says which values differ among several steps', async () => {
  const document = createTestDocument({})
  await render(<TestForm document={document} fields={[text('title', 'Title')]} mixed={['title']} />)
  await expect.element(page.getByLabelText('Title')).toHaveAttribute('placeholder', 'Mixed values')
})

test('changes nothing while it is disabled', async () => {
  const fields: readonly FieldSpec[] = [
    text('title', 'Title'),
    { ...base, kind: 'textList', name: 'stops', title: 'Stops' },
  ]
  const document = createTestDocument({ title: 'A', stops: ['x'] })
  await render(<TestForm document={document} fields={fields} disabled={true} />)
  await expect.element(page.getByLabelText('Title')).toBeDisabled()
  await expect.element(page.getByRole('button', { name: 'Add stop' })).toBeDisabled()
})
