import type { FieldSpec, Json } from '@petal/core/model'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { ModelChoices } from '../FormContext.ts'
import { createTestDocument, TestForm } from '../testing/TestForm.tsx'

const base = { required: false, advanced: false } as const

const models: ModelChoices = {
  inherited: { provider: 'practice', model: 'practice', temperature: 0, maxTokens: 1000 },
  inheritedFrom: 'the agent',
  providers: [
    {
      id: 'practice',
      label: 'Practice model',
      models: [{ id: 'practice', label: 'Practice' }],
      defaultModel: 'practice',
      baseUrlEditable: false,
      needsKey: 'none',
    },
    {
      id: 'openai',
      label: 'OpenAI',
      models: [{ id: 'gpt-4o-mini', label: 'GPT-4o mini' }],
      defaultModel: 'gpt-4o-mini',
      baseUrlEditable: true,
      keyRef: 'openai',
      needsKey: 'required',
    },
    {
      id: 'ollama',
      label: 'Ollama',
      models: [],
      defaultModel: 'llama3.2',
      baseUrlEditable: true,
      needsKey: 'optional',
    },
  ],
}

const stateFields = [
  { name: 'question', type: 'string' },
  { name: 'answer', type: 'string' },
]

/** One field over one document; gives the values that were committed, newest last. */
async function open(field: FieldSpec, start: Json | undefined) {
  const document = createTestDocument(start === undefined ? {} : { [field.name]: start })
  await render(<TestForm document={document} fields={[field]} models={models} stateFields={stateFields} />)
  return () => document.commits.map(([, value]) => value)
}

test('a number that cannot be read is not taken, and says so', async () => {
  const values = await open({ ...base, kind: 'number', name: 'n', title: 'Tokens', integer: true }, 10)
  const control = page.getByLabelText('Tokens')
  await userEvent.fill(control, '1x')
  await expect.element(page.getByText('"1x" is not a number')).toBeVisible()
  await userEvent.fill(control, '1.5')
  await expect.element(page.getByText('write a whole number')).toBeVisible()
  await userEvent.fill(control, '12')
  await userEvent.tab()
  expect(values()).toEqual([12])
})

test('an emptied number is no setting, and shows its default', async () => {
  const values = await open({ ...base, kind: 'number', name: 'n', title: 'Tries', integer: true, default: 3 }, 5)
  await userEvent.clear(page.getByLabelText('Tries'))
  await userEvent.tab()
  expect(values()).toEqual([undefined])
  await expect.element(page.getByLabelText('Tries')).toHaveAttribute('placeholder', '3')
})

test('arrow keys step a number within its limits', async () => {
  const values = await open({ ...base, kind: 'number', name: 'n', title: 'Tries', integer: true, min: 0, max: 12 }, 1)
  await userEvent.click(page.getByLabelText('Tries'))
  await userEvent.keyboard('{ArrowUp}{Shift>}{ArrowUp}{/Shift}{Tab}')
  expect(values()).toEqual([12])
})

test('a slider can be typed too', async () => {
  const values = await open({ ...base, kind: 'slider', name: 't', title: 'Temperature', min: 0, max: 2, step: 0.1 }, 1)
  await userEvent.fill(page.getByLabelText('Temperature', { exact: true }), '0.7')
  await userEvent.tab()
  expect(values()).toEqual([0.7])
  await expect
    .element(page.getByRole('slider', { name: 'Temperature (slider)' }))
    .toHaveAttribute('aria-valuenow', '0.7')
})

test('JSON is taken when it can be read', async () => {
  const values = await open({ ...base, kind: 'json', name: 'j', title: 'Schema' }, { type: 'object' })
  const control = page.getByLabelText('Schema')
  await userEvent.fill(control, '{"type":')
  await expect.element(page.getByText('this is not JSON')).toBeVisible()
  await userEvent.fill(control, '{"type":"array"}')
  await userEvent.tab()
  expect(values()).toEqual([{ type: 'array' }])
})

test('a state field is chosen from the list or written anew', async () => {
  const values = await open({ ...base, kind: 'stateField', name: 'writes', title: 'Writes' }, undefined)
  const control = page.getByRole('combobox', { name: 'Writes' })
  await userEvent.type(control, 'ans')
  await page.getByRole('option', { name: 'answer' }).click()
  await vi.waitFor(() => expect(values()).toContain('answer'))
  await userEvent.fill(control, 'summary')
  await userEvent.tab()
  expect(values().at(-1)).toBe('summary')
})

test('lines of text are added with Enter and removed with Backspace', async () => {
  const values = await open({ ...base, kind: 'textList', name: 'stops', title: 'Stop words' }, ['one'])
  await userEvent.click(page.getByLabelText('stop word 1', { exact: true }))
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByLabelText('stop word 2', { exact: true })).toHaveFocus()
  await userEvent.keyboard('two')
  await userEvent.tab()
  expect(values().at(-1)).toEqual(['one', 'two'])
  await userEvent.clear(page.getByLabelText('stop word 2', { exact: true }))
  await userEvent.keyboard('{Backspace}')
  expect(values().at(-1)).toEqual(['one'])
})

test('a record takes names with dots, and refuses one that is used twice', async () => {
  const value: FieldSpec = { ...base, kind: 'text', name: 'value', title: 'Value' }
  const values = await open({ ...base, kind: 'record', name: 'headers', title: 'Headers', value }, { 'a.b': '1' })
  await page.getByRole('button', { name: 'Add header' }).click()
  await userEvent.fill(page.getByLabelText('Name of header').nth(1), 'a.b')
  await expect.element(page.getByText('the name "a.b" is used twice')).toBeVisible()
  await userEvent.fill(page.getByLabelText('Name of header').nth(1), 'c')
  await userEvent.fill(page.getByLabelText('Value of c'), '2')
  await userEvent.tab()
  expect(values().at(-1)).toEqual({ 'a.b': '1', c: '2' })
  await page.getByRole('button', { name: 'Remove a.b' }).click()
  expect(values().at(-1)).toEqual({ c: '2' })
})

test('a model is inherited until another is chosen, and can be inherited again', async () => {
  const values = await open({ ...base, kind: 'model', name: 'llm', title: 'Model' }, undefined)
  await expect.element(page.getByText('From the agent')).toBeVisible()
  await page.getByRole('button', { name: 'Choose another' }).click()
  await page.getByRole('combobox', { name: 'Provider' }).click()
  await page.getByRole('option', { name: 'OpenAI' }).click()
  expect(values().at(-1)).toEqual({ provider: 'openai', model: 'gpt-4o-mini' })
  await page.getByRole('button', { name: 'Use the model of the agent' }).click()
  expect(values().at(-1)).toBeUndefined()
})

test('an address and a key do not follow to another provider', async () => {
  const start = { provider: 'openai', model: 'm', temperature: 1, baseUrl: 'http://127.0.0.1:1/v1', keyRef: 'mine' }
  const values = await open({ ...base, kind: 'model', name: 'llm', title: 'Model' }, start)
  await page.getByRole('combobox', { name: 'Provider' }).click()
  await page.getByRole('option', { name: 'Ollama' }).click()
  expect(values()).toEqual([{ provider: 'ollama', model: 'llama3.2', temperature: 1 }])
})
